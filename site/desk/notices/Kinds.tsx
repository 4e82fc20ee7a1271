import type { NoticesView } from '#shared/desk/notices-view.ts';
import { NOTICE_TYPES } from '#shared/notices/notice-table.ts';
import type { AboutNotices } from './about-notice.ts';
import { noticeScreens } from './notice-paths.ts';
import { placesFor } from './places.ts';

/** The kinds of notice that this officer may post here. */
export const Kinds = ({ about, view }: { readonly about: AboutNotices; readonly view: NoticesView }) => {
  const { words, language, of, constituency, poster } = about;
  const { overview } = words.notices;
  const kinds = NOTICE_TYPES.filter((type) => placesFor(type, view, poster, constituency).length > 0);
  return (
    <section aria-labelledby="kinds-h">
      <h2 id="kinds-h">{overview.kinds}</h2>
      {kinds.length === 0 && <p>{overview.noKinds}</p>}
      <ul class="places">
        {kinds.map(({ id, name }) => (
          <li key={id}>
            <a href={noticeScreens.post(of, constituency, id)}>
              {name[language]} <span class="ref">{id}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
