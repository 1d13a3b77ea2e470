import type { Explanation } from '../../core/messages/numbers.ts';
import { Link } from '../parts/Link.tsx';
import { usePage } from '../pageContext.ts';

/** The definition in words, the figures that went in, and the setting that would change them. */
export function ExplanationView({
  explanation: { definition, terms, setting, source, isNamed },
}: {
  explanation: Explanation;
}) {
  const { openSetting, openRecord, nameAway } = usePage();
  return (
    <>
      <p>{definition}</p>
      {terms.length > 0 && (
        <dl class="terms">
          {terms.map(({ label, value }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="explanation-ways">
        {source && (
          <Link
            onClick={() => {
              openRecord(source.filter);
            }}
          >
            {source.label}
          </Link>
        )}
        {setting !== null && (
          <Link
            onClick={() => {
              openSetting(setting);
            }}
          >
            Change andon.{setting}
          </Link>
        )}
        {isNamed && <Link onClick={nameAway}>Name a time away…</Link>}
      </div>
    </>
  );
}
