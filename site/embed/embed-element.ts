/**
 * `<open-returns-embed election="legco-2012" constituency="LC4">`: results of the portal that this script comes from, in a frame that takes the
 * height of what it shows. Further attributes: `show` (constituency, seats, progress), `language` (en, zh-hant, zh-hans), `theme` (light, dark).
 */
import { framePath } from './frame-address.ts';
import { readFrameMessage } from './frame-message.ts';

const NAME = 'open-returns-embed';
const ATTRIBUTES = ['election', 'constituency', 'show', 'language', 'theme'];
const script = document.currentScript;
const portal = new URL(script instanceof HTMLScriptElement ? script.src : location.href).origin;

class Embed extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  private readonly frame = document.createElement('iframe');

  /** Only the frame's own window, and only while the portal is in it, has a say. */
  private readonly listen = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.frame.contentWindow || origin !== portal) return;
    const message = readFrameMessage(data);
    if (message === null) return;
    this.frame.style.height = `${message.height}px`;
    if (message.title) this.frame.title = message.title;
  };

  connectedCallback(): void {
    addEventListener('message', this.listen);
    this.show();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.listen);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.show();
  }

  private show(): void {
    const { frame } = this;
    try {
      const address = portal + framePath((name) => this.getAttribute(name));
      if (frame.isConnected && frame.src === address) return;
      frame.src = address;
      frame.title = 'Open Returns';
      frame.style.cssText = 'display:block;width:100%;height:480px;border:0';
      this.replaceChildren(frame);
    } catch (problem) {
      this.replaceChildren(`<${NAME}> ${(problem as Error).message}`);
    }
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Embed);
