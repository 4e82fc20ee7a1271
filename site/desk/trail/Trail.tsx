import { useState } from 'preact/hooks';
import { type AuditPage, PAGE_LINES } from '#shared/desk/audit.ts';
import { count } from '../../words/format.ts';
import { AuditAnswer } from '../answers.ts';
import { useDesk } from '../desk-context.ts';
import { SearchForm } from '../forms/SearchForm.tsx';
import { apiPaths, screens } from '../paths.ts';
import { progressAsLeft } from '../progress/come-back.ts';
import type { ScreenProps } from '../routes.ts';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { Lines } from './Lines.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { isSearching, NO_SEARCH, queryOf, type Search } from './search.ts';
import { searchFields } from './search-fields.ts';

interface PagesProps {
  readonly page: AuditPage;
  /** Cursors of the pages before this one, the first page's being empty. */
  readonly cursors: readonly string[];
  readonly onCursors: (cursors: readonly string[]) => void;
}

/** `Lines 51 to 100 of 3,600`, before the lines and without a way to go. */
const Found = ({ page, cursors }: Omit<PagesProps, 'onCursors'>) => {
  const { trail } = useDesk().words;
  const first = cursors.length * PAGE_LINES + 1;
  return <p class="hint">{trail.found(first, first + page.lines.length - 1, count(page.total))}</p>;
};

const Pages = ({ page, cursors, onCursors }: PagesProps) => {
  const { trail } = useDesk().words;
  const { next } = page;
  if (next === null && cursors.length === 0) return null;
  return (
    <nav class="pages" aria-label={trail.pages}>
      <p class="buttons">
        {cursors.length > 0 && (
          <button type="button" class="second" onClick={() => onCursors(cursors.slice(0, -1))}>
            {trail.newer}
          </button>
        )}
        {next !== null && (
          <button type="button" class="second" onClick={() => onCursors([...cursors, next])}>
            {trail.older}
          </button>
        )}
      </p>
    </nav>
  );
};

/** The audit trail of a constituency, or of the whole election for who is responsible for all of it. */
export const Trail = ({ params }: ScreenProps) => {
  const { words } = useDesk();
  const { trail } = words;
  const { election = '', constituency } = params;
  const [search, setSearch] = useState<Search>(NO_SEARCH);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const query = queryOf(search, constituency);
  const cursor = cursors.at(-1);
  const asked = useAnswer(
    apiPaths.audit(election, cursor === undefined ? query : { ...query, cursor }),
    AuditAnswer,
  );
  const look = (next: Search): void => {
    setCursors([]);
    setSearch(next);
  };
  return (
    <Screen
      title={trail.title}
      subject={constituency ?? ''}
      facts={constituency ?? trail.whole}
      back={
        constituency === undefined
          ? { href: screens.home(), name: words.home.title }
          : { href: progressAsLeft(election, constituency), name: constituency }
      }
    >
      <p class="lead">{trail.lead}</p>
      <SearchForm<Search>
        key={search.story}
        class="search"
        fields={searchFields(words)}
        search={search}
        onSearch={(next) => look({ ...next, story: '' })}
        button={{ search: trail.search, clear: trail.clear, none: NO_SEARCH, isUsed: isSearching(search) }}
      />
      {search.story !== '' && <p class="good">{trail.storyShown}</p>}
      <Told asked={asked}>
        {(page) =>
          page.lines.length === 0 ? (
            <p class="loading">{isSearching(search) ? trail.noneFound : trail.empty}</p>
          ) : (
            <>
              <Found page={page} cursors={cursors} />
              <Lines
                lines={page.lines}
                story={search.story === '' ? undefined : search.story}
                onStory={(story) => look({ ...NO_SEARCH, story })}
              />
              <Pages page={page} cursors={cursors} onCursors={setCursors} />
              <SaveButtons election={election} query={query} />
            </>
          )
        }
      </Told>
    </Screen>
  );
};
