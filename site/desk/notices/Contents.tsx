import type { ShownContent, ShownName } from '#shared/notices/shown-contents.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import { shownName } from '../../models/names.ts';
import { dateTime, dayDate } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';

const Entry = ({ of }: { readonly of: ShownName }) => {
  const { words, language } = useDesk();
  const { register } = words.notices;
  const { text, lang } = shownName(of.name, language);
  return (
    <>
      {(of.number ?? of.id) !== null && <span class="ref">{of.number ?? of.id} </span>}
      <bdi lang={lang}>{text}</bdi>
      {of.telephone !== null && <> · {register.telephone(visibleText(of.telephone))}</>}
      {of.figure !== null && <> · {register.number(of.figure)}</>}
    </>
  );
};

const useLine = (): ((content: ShownContent) => string) => {
  const { language } = useDesk();
  return ({ kind, line }) => {
    if (line === null) return '';
    if (kind === 'time') return dateTime(language, line);
    return kind === 'day' ? dayDate(language, line) : visibleText(line);
  };
};

/** Prescribed contents as the public reads them, every id put into names. */
export const Contents = ({ contents }: { readonly contents: readonly ShownContent[] }) => {
  const { words, language } = useDesk();
  const lineOf = useLine();
  return (
    <dl class="notice-told">
      {contents.map((content) => {
        const prose = content.prose ? shownName(content.prose, language) : null;
        return (
          <div key={content.field}>
            <dt>{content.label[language]}</dt>
            <dd>
              {content.figure !== null && words.notices.register.number(content.figure)}
              {content.choice?.[language]}
              {content.line !== null && <bdi>{lineOf(content)}</bdi>}
              {prose && (
                <bdi class="given" lang={prose.lang}>
                  {prose.text}
                </bdi>
              )}
              {content.names.length > 0 && (
                <ul>
                  {content.names.map((one, index) => (
                    <li key={`${one.id ?? index}`}>
                      <Entry of={one} />
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
