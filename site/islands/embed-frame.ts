import type { FrameMessage } from '../embed/frame-message.ts';
import { applyTheme } from './theme.ts';

applyTheme(new URLSearchParams(location.search).get('theme'));

/** Tells the page around it how high this one is, at first and whenever that changes. Whoever it is may know. */
const tellHeight = () => {
  const { height } = document.body.getBoundingClientRect();
  const message: FrameMessage = {
    type: 'open-returns:height',
    height: Math.ceil(height),
    title: document.title,
  };
  parent.postMessage(message, '*');
};

if (parent !== window) new ResizeObserver(tellHeight).observe(document.body);
