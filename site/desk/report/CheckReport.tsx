import { useMemo } from 'preact/hooks';
import { type Language, textIn } from '#shared/election/text.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { type AnswerRow, Answers } from '../forms/Answers.tsx';
import { fieldId } from '../forms/field-id.ts';
import { figureIn } from '../forms/read-figure.ts';
import { SendButton } from '../forms/SendButton.tsx';
import { apiPaths, screens } from '../paths.ts';
import { goTo } from '../router.ts';
import { type CheckedForm, checkDraft } from './check-draft.ts';
import { explanationPath, useAskedWords } from './Explanations.tsx';
import { figureOrder, type SheetConstituency, votesPath, waysOf } from './fields.ts';
import { fieldNames } from './labels.ts';
import { closeForm } from './open-forms.ts';
import type { OpenReport } from './open-report.ts';

/** Where Change leads: the form, with this field in focus. */
export const wantedField = { path: '' };

/** Number and name as the form has them; other fields by their own name. */
const labelOf = (
  path: string,
  name: string,
  { contestants }: SheetConstituency,
  language: Language,
): Pick<AnswerRow, 'label' | 'name'> => {
  const contestant = contestants.find(({ id }) => votesPath(id) === path);
  if (!contestant) return { label: name, name };
  const who = textIn(contestant.candidates?.[0]?.name ?? contestant.name, language);
  const label = (
    <>
      <span class="n">{contestant.number}</span> <bdi lang={who.lang}>{who.text}</bdi>
    </>
  );
  return { label, name: `${name} ${who.text}` };
};

const useRows = ({ sheet, draft, place }: OpenReport): readonly AnswerRow[] => {
  const { words, language } = useDesk();
  const { constituency } = sheet;
  return useMemo(() => {
    const names = fieldNames(constituency, words, language);
    const href = screens.typeReport(place.election, place.constituency, place.station);
    const wants = (path: string) => (): void => {
      wantedField.path = path;
    };
    const rankings = draft.rankings.map(({ order, papers }, index): AnswerRow => {
      const key = `$.rankings[${index}].order`;
      const label = words.report.ranking(order);
      return { key, label, name: label, value: papers, href, onChange: wants(key) };
    });
    const figures = figureOrder(constituency).map((path): AnswerRow => {
      const value = figureIn(draft.typed[path]);
      return {
        key: path,
        ...labelOf(path, names.get(path) ?? path, constituency, language),
        value: value === null ? <span class="dim">{words.forms.notGiven}</span> : count(value),
        href,
        onChange: wants(path),
      };
    });
    return [...(waysOf(constituency).rankings ? rankings : []), ...figures];
  }, [constituency, draft, place, words, language]);
};

/** Everything once more, in the order of the form, and the one button that sends it. */
export const CheckReport = ({ report }: { readonly report: OpenReport }) => {
  const { words, device, session, api } = useDesk();
  const { sheet, form, draft, place, kept, soFar } = report;
  const rows = useRows(report);
  const checked: CheckedForm = useMemo(
    () => checkDraft({ sheet, form, draft, soFar }),
    [sheet, form, draft, soFar],
  );
  const asked = useAskedWords()(checked.warnings);
  const { election, constituency, station } = place;
  const back = screens.typeReport(election, constituency, station);
  if (checked.errors.length > 0) {
    goTo(back, 'replace');
    return null;
  }
  const send = async (): Promise<void> => {
    await closeForm(kept);
    await device.outbox.put({ kept, path: apiPaths.act(election, 'entries'), body: checked.entry });
    await device.outbox.send(session.account, api);
    goTo(screens.sentReport(election, constituency, station), 'replace');
  };
  const explained = [
    ...asked.map(({ code, sentence }): AnswerRow => {
      const text = draft.explanations[code]?.trim() ?? '';
      const path = explanationPath(code);
      return {
        key: path,
        label: sentence,
        name: sentence,
        value: text === '' ? <span class="dim">{words.report.noExplanation}</span> : text,
        href: back,
        onChange: () => {
          wantedField.path = path;
        },
      };
    }),
    ...(form.revision > 1
      ? [
          {
            key: '$.reason',
            label: words.report.reasonLabel,
            name: words.report.reasonLabel,
            value: draft.reason,
            href: back,
          },
        ]
      : []),
  ];
  return (
    <>
      <p class="lead">{words.report.checkLead(station)}</p>
      <Answers rows={rows} />
      {explained.length > 0 && (
        <>
          <h2>{words.report.explainTitle(explained.length)}</h2>
          <Answers texts rows={explained} />
        </>
      )}
      <p class="buttons">
        <SendButton onSend={send}>{words.report.send(station)}</SendButton>
      </p>
    </>
  );
};

/** Puts the focus where a Change link wanted it. */
export const focusWanted = (): void => {
  const { path } = wantedField;
  wantedField.path = '';
  if (path === '') return;
  const field = document.getElementById(fieldId(path));
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
};
