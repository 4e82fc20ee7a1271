import { useState } from 'preact/hooks';
import { missingPrintingDetails } from '#shared/advertisements/check-submission.ts';
import { calendarWith } from '#shared/advertisements/platform-calendar.ts';
import { formatShownDay } from '#shared/calendar/day.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import { count } from '../../../words/format.ts';
import type { Field } from '../../acts/form/act-form.ts';
import { sentenceOf } from '../../acts/form/send-act.ts';
import { useDesk } from '../../desk-context.ts';
import { type AnswerRow, Answers } from '../../forms/Answers.tsx';
import { ErrorSummary, type SummaryProblem } from '../../forms/ErrorSummary.tsx';
import { SendButton } from '../../forms/SendButton.tsx';
import { goTo } from '../../router.ts';
import { Screen } from '../../shell/Screen.tsx';
import { type DraftItem, filesOfItem } from '../draft/draft.ts';
import { itemPage } from '../draft/item-fields.ts';
import { itemsOf } from '../draft/submission-of.ts';
import { platformScreens } from '../platform-paths.ts';
import { endWork } from '../upload/use-work.ts';
import { usePlaceName } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';
import { About } from './About.tsx';
import { DeadlineLine } from './DeadlineLine.tsx';
import { StepList } from './StepList.tsx';
import type { StepProps } from './Submit.tsx';

const optionLabel = ({ options = [] }: Field, value: string): string =>
  options.find((one) => one.value === value)?.label ?? value;

const useRows = ({ platform, state, of }: StepProps) => {
  const { language } = useDesk();
  const words = usePlatformWords();
  const { draft } = state;
  return (item: DraftItem, index: number): readonly AnswerRow[] =>
    itemPage({ words, language, platform, draft, item, index })
      .fields.filter(({ id }) => (draft.values[id] ?? '').trim() !== '')
      .map((field) => {
        const value = (draft.values[field.id] ?? '').trim();
        const label = field.group === undefined ? field.label : words.submit.pair(field.group, field.label);
        return {
          key: field.id,
          label,
          name: label,
          value: <bdi lang={field.lang}>{field.shown?.(value) ?? optionLabel(field, value)}</bdi>,
          href: platformScreens.submit(of.election, of.platform, draft.id, 'particulars'),
        };
      });
};

/** Printing details that are missing do not stop anything: they can be declared within seven days [2016 ¶8.60]. */
const MissingDetails = ({
  platform,
  state,
  index,
}: Pick<StepProps, 'platform' | 'state'> & { readonly index: number }) => {
  const { submit, check } = usePlatformWords();
  const item = itemsOf(state.draft)[index];
  if (item?.kind !== 'advertisement' || item.advertisement.publishedOn === '') return null;
  const missing = missingPrintingDetails(item.advertisement);
  if (missing.length === 0) return null;
  const { due } = deadlineOf(
    'printing_declaration',
    item.advertisement.publishedOn,
    calendarWith(platform.weather),
  );
  return (
    <div class="warn">
      <p>
        <b>{check.detailsMissing(missing.map((name) => submit.particulars[name]))}</b>
      </p>
      <p>{check.declareUntil(formatShownDay(due))}</p>
    </div>
  );
};

const Item = ({
  item,
  index,
  rows,
  ...props
}: StepProps & {
  readonly item: DraftItem;
  readonly index: number;
  readonly rows: readonly AnswerRow[];
}) => {
  const { submit, upload, check } = usePlatformWords();
  const { of, platform, state } = props;
  const { draft } = state;
  const filed = itemsOf(draft)[index];
  const files = filesOfItem(draft, item);
  return (
    <section aria-labelledby={`check-${item.key}`}>
      <h2 id={`check-${item.key}`}>
        {item.kind === 'advertisement' ? submit.advertisement(index + 1) : submit.itemTitles[item.kind]}
      </h2>
      {filed?.kind === 'advertisement' && filed.advertisement.publishedOn !== '' && (
        <DeadlineLine publishedOn={filed.advertisement.publishedOn} weather={platform.weather} />
      )}
      <About of={of} platform={platform} item={item} />
      <Answers rows={rows} texts />
      <MissingDetails platform={platform} state={state} index={index} />
      {files.length > 0 && (
        <>
          <h3>{check.files(files.length)}</h3>
          <ul class="p-checkfiles">
            {files.map((file) => (
              <li key={file.key}>
                <span>
                  <b>
                    <bdi>{visibleText(file.name)}</bdi>
                  </b>{' '}
                  · {upload.uses[file.use]} · {upload.bytes(count(file.bytes))}
                </span>
                <code>SHA-256 {file.sha256}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** Step 3: everything before it is submitted, and one button. Pressing it twice is harmless. */
export const Check = (props: StepProps) => {
  const { words, session } = useDesk();
  const { of, platform, work, state } = props;
  const { check, upload, own } = usePlatformWords();
  const placeOf = usePlaceName();
  const rowsOf = useRows(props);
  const [problems, setProblems] = useState<readonly SummaryProblem[]>([]);
  const [turn, setTurn] = useState(0);
  const { draft } = state;
  const hrefOf = (step: 'particulars' | 'files'): string =>
    platformScreens.submit(of.election, of.platform, draft.id, step);
  const tell = (found: readonly SummaryProblem[]): void => {
    setProblems(found);
    setTurn((before) => before + 1);
  };
  const send = async (): Promise<void> => {
    if (!work.isAllHere()) {
      work.goOn();
      return tell([{ path: '', sentence: check.filesFirst, href: hrefOf('files') }]);
    }
    const answer = await work.commit();
    if (answer.ok) {
      endWork(session.account, draft.id);
      return goTo(
        platformScreens.receipt(of.election, of.platform, answer.value.receipt.reference),
        'replace',
      );
    }
    const { problem } = answer;
    tell(
      problem.kind === 'refused'
        ? problem.problems.map((one) => ({
            path: one.path,
            sentence: sentenceOf(one, words.common),
            href: hrefOf(
              one.code === 'files-missing' || one.code.startsWith('file-') ? 'files' : 'particulars',
            ),
          }))
        : [{ path: '', sentence: words.common.failed[problem.kind] }],
    );
  };
  return (
    <Screen
      title={check.title}
      subject={placeOf(platform)}
      back={{ href: platformScreens.own(of.election, of.platform), name: own.title }}
      problems={problems.length}
    >
      <StepList current="check" hrefOf={hrefOf} />
      <ErrorSummary problems={problems} turn={turn} />
      {draft.items.map((item, index) => (
        <Item key={item.key} {...props} item={item} index={index} rows={rowsOf(item, index)} />
      ))}
      <section class="consequences" aria-labelledby="follows">
        <h2 id="follows">{words.acts.form.follows}</h2>
        {check.follows.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <p class="buttons">
        <SendButton onSend={send}>{check.submit}</SendButton>
      </p>
      <p class="hint">{upload.whenReceived}</p>
    </Screen>
  );
};
