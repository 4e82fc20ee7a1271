import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';

interface ScreenFrame {
  readonly title: string;
  /** Where the screen belongs, as a link above the heading. */
  readonly back?: { readonly href: string; readonly name: ComponentChildren };
  /** The line under the heading. */
  readonly facts?: ComponentChildren;
  /** How many problems are shown: the window's title then says so. */
  readonly problems?: number;
  /** Named in the ink bar: a station's or constituency's id. */
  readonly subject?: string;
  /** Changes where one address shows one heading after another. */
  readonly focusKey?: string;
  readonly children?: ComponentChildren;
}

let first = true;

/** The frame of every screen: one heading, which takes the focus when the screen comes, and the window's title. */
export const Screen = ({
  title,
  back,
  facts,
  problems = 0,
  subject = '',
  focusKey = '',
  children,
}: ScreenFrame) => {
  const { words, tellSubject } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${problems > 0 ? words.common.error(title) : title} · Open Returns`;
  }, [title, problems, words]);
  useEffect(() => tellSubject(subject), [subject, tellSubject]);
  useEffect(() => {
    // The first screen comes with the page: the reader is at its beginning anyway.
    if (!first) heading.current?.focus();
    first = false;
    scrollTo(0, 0);
  }, [title, focusKey]);
  return (
    <>
      {back && (
        <p class="up">
          <a href={back.href}>
            <span aria-hidden="true">← </span>
            {back.name}
          </a>
        </p>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {facts && <p class="facts">{facts}</p>}
      {children}
    </>
  );
};
