import { Link } from '../parts/Link.tsx';
import { usePanel } from '../panelContext.ts';

/** Why nothing comes of this window, and the way out. */
export function LeftOut() {
  const { post, openSetting } = usePanel();
  return (
    <p class="notice dim links">
      <span>This workspace is left out of the record.</span>
      <Link
        onClick={() => {
          post({ type: 'recordWorkspace' });
        }}
      >
        Record it again
      </Link>
      <Link
        onClick={() => {
          openSetting('record.excludeFolders');
        }}
      >
        What is left out
      </Link>
    </p>
  );
}
