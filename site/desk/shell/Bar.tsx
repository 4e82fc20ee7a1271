import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { clock } from '../../words/format.ts';
import { LANGUAGE_NAMES } from '../../words/language-names.ts';
import { accountScreens } from '../accounts/account-paths.ts';
import { connection } from '../connection.ts';
import { useObserved } from '../observable.ts';
import { address } from '../router.ts';
import type { DeskSession } from '../sign-in/session.ts';
import type { DeskWords } from '../words/load.ts';
import { freshness } from './freshness.ts';
import { keeping } from './keeping.ts';
import { TestBand } from './TestBand.tsx';
import { whose } from './whose.ts';

interface BarProps {
  readonly words: DeskWords;
  readonly language: Language;
  readonly subject: string;
  readonly session: DeskSession | null;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
}

/** Online or not, and where the typing is kept; the sign beside it says the same by its shape. */
const KeptWords = ({ words }: Pick<BarProps, 'words'>) => {
  const online = useObserved(connection) === 'online';
  const { savedAt, possible, waiting } = useObserved(keeping);
  const upToDate = useObserved(freshness);
  const { shell } = words;
  return (
    <p class="kept">
      <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
        {online ? <circle cx="8" cy="8" r="5" class="s" /> : <path d="M8 2 15 14H1ZM8 6v4M8 12v.5" />}
      </svg>
      <span>
        {online
          ? upToDate === null
            ? shell.online
            : shell.upToDate(inHongKong(upToDate).slice(11, 19))
          : shell.offline}
        {savedAt !== null && ` · ${shell.kept(clock(savedAt))}`}
        {waiting > 0 && ` · ${shell.toSend(waiting)}`}
        {!possible && ` · ${shell.notSaved}`}
      </span>
    </p>
  );
};

/** Whole addresses of the same screen in the other languages; a plain click changes only the words. */
const Tongues = ({ words, language, onLanguage }: Pick<BarProps, 'words' | 'language' | 'onLanguage'>) => {
  const hash = useObserved(address);
  return (
    <nav class="tongues" aria-label={words.shell.languages}>
      <ul>
        {LANGUAGES.map((other) => (
          <li key={other}>
            <a
              href={`${pagePaths.desk(other)}${hash}`}
              lang={other}
              hreflang={other}
              aria-current={other === language ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onLanguage(other);
              }}
            >
              <span class="short" aria-hidden="true">
                {LANGUAGE_NAMES[other][1]}
              </span>
              <span class="full">{LANGUAGE_NAMES[other][0]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The ink bar: nobody mistakes the desk for a public page. */
export const Bar = (props: BarProps) => {
  const { words, subject, session, onSignOut } = props;
  const files = session?.role === 'candidate';
  const owner = useObserved(whose);
  return (
    <header class="ink">
      {files && <TestBand words={words} />}
      <div class="page">
        <p class="product">
          <a href="#/">
            <b>Open Returns</b> <span>{files ? words.common.candidates : words.common.product}</span>
          </a>
          {subject !== '' && <strong class="subject">{subject}</strong>}
        </p>
        {session && <KeptWords words={words} />}
        {session && (
          <p class="who">
            <a href={accountScreens.own()}>
              <span class="vh">{words.accounts.own.title}: </span>
              {files && owner ? <bdi>{owner.name}</bdi> : words.common.roles[session.role]}
            </a>
            <button type="button" class="plain" onClick={onSignOut}>
              {words.shell.signOut}
            </button>
          </p>
        )}
        <Tongues {...props} />
      </div>
    </header>
  );
};
