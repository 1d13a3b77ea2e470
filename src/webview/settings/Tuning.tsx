import { useRef, useState } from 'preact/hooks';
import type { TuningView } from '../../core/messages/tuning.ts';
import { Choice } from '../parts/Choice.tsx';
import { usePage } from '../pageContext.ts';
import { Rules } from './Rules.tsx';
import { Settings } from './Settings.tsx';
import { useFocusHeld } from './useFocusHeld.ts';
import { useWantedRule } from './useWantedRule.ts';

interface TuningProps {
  /** null: the host has not said yet. */
  readonly tuning: TuningView | null;
}

const VIEW = 'tuning';
const VIEWS = [
  { value: 'rules', label: 'Rules' },
  { value: 'settings', label: 'Settings' },
] as const;

/** The whole page: rules, tried on one's own past, and all other settings. */
export function Tuning({ tuning }: TuningProps) {
  const { chosen, choose } = usePage();
  const [search, setSearch] = useState('');
  const main = useRef<HTMLElement>(null);
  useFocusHeld(main);
  useWantedRule(tuning, () => {
    setSearch('');
    choose(VIEW, 'rules');
  });
  if (!tuning) return <main class="stats" aria-busy="true" />;
  const view = VIEWS.find(({ value }) => value === chosen.get(VIEW))?.value ?? 'rules';
  return (
    <main ref={main} class="stats tuning">
      <header class="head">
        <h1>Rules and settings</h1>
        <div class="head-ways">
          <Choice
            label="What to tune"
            options={VIEWS}
            chosen={view}
            onChoose={value => {
              choose(VIEW, value);
            }}
          />
        </div>
      </header>
      <input
        class="text-field tuning-search"
        type="search"
        aria-label={view === 'rules' ? 'Search rules' : 'Search settings'}
        placeholder={view === 'rules' ? 'Search rules' : 'Search settings'}
        value={search}
        onInput={({ currentTarget }) => {
          setSearch(currentTarget.value);
        }}
      />
      {view === 'rules' ? (
        <Rules tuning={tuning} search={search} />
      ) : (
        <Settings settings={tuning.settings} search={search} />
      )}
    </main>
  );
}
