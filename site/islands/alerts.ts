import { canBeTold, deviceAlert, subscribeDevice } from './alert-device.ts';
import { find } from './parts.ts';

/** Asks for alerts, confirms and ends them. The number of an alert stands behind the number sign, where no server sees it. */

interface Channels {
  readonly push: { readonly key: string } | null;
}

interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string }[];
}

type Said =
  | { readonly ok: true; readonly body: Record<string, unknown> }
  | { readonly ok: false; readonly problem: Problem | null };

const page = (form: HTMLFormElement) => {
  const { api = '', election = '' } = form.dataset;
  const status = find<HTMLElement>('[data-alerts-status]');
  const wrong = find<HTMLElement>('[data-wrong]', form);
  const email = find<HTMLInputElement>('[name=email]', form);
  const device = find<HTMLElement>('[data-device]');
  const language = document.documentElement.lang;

  const tell = (key: string): void => {
    status.textContent = form.dataset[key] ?? '';
  };

  const call = async (path: string, body?: unknown): Promise<Said> => {
    const response = await fetch(api + path, {
      method: 'POST',
      headers: { 'accept-language': language, 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok) return { ok: true, body: answer ?? {} };
    return { ok: false, problem: answer?.title ? answer : null };
  };

  const complain = (text: string, field?: HTMLElement): void => {
    status.textContent = '';
    wrong.textContent = text;
    wrong.hidden = false;
    field?.setAttribute('aria-invalid', 'true');
    (field ?? wrong).focus();
  };

  const complainOf = (problem: Problem | null): void => {
    if (!problem) return complain(form.dataset['failed'] ?? '');
    const isOfEmail = problem.errors?.[0]?.path === '$.email';
    complain(`${problem.title} ${problem.detail}`, isOfEmail ? email : undefined);
  };

  const calm = (): void => {
    wrong.hidden = true;
    email.removeAttribute('aria-invalid');
  };

  const showDevice = (): void => {
    device.hidden = deviceAlert.of(election) === null;
  };

  const leave = async (id: string): Promise<boolean> => {
    tell('leaving');
    const { ok } = await call(`/${id}/leave`);
    tell(ok ? 'ended' : 'failed');
    return ok;
  };

  const wishOf = (chosen: FormData) => ({
    language,
    constituencies: chosen.get('constituency') ? [chosen.get('constituency')] : null,
    occasions: chosen.getAll('occasion'),
  });

  const askForDevice = async (wish: object, key: string): Promise<void> => {
    const keys = await subscribeDevice(key).catch(() => null);
    if (!keys) return complain(form.dataset['denied'] ?? '');
    const said = await call('', { channel: 'push', ...keys, ...wish });
    if (!said.ok) return complainOf(said.problem);
    deviceAlert.keep(election, String(said.body['id']));
    showDevice();
    tell('activePush');
  };

  const askForLetters = async (wish: object): Promise<void> => {
    const said = await call('', { channel: 'email', email: email.value.trim(), ...wish });
    if (!said.ok) return complainOf(said.problem);
    tell('asked');
    status.focus();
  };

  const ask = async ({ push }: Channels): Promise<void> => {
    calm();
    const chosen = new FormData(form);
    const wish = wishOf(chosen);
    if (wish.occasions.length === 0)
      return complain(form.dataset['choose'] ?? '', find<HTMLElement>('[name=occasion]', form));
    const isPush = chosen.get('channel') === 'push';
    if (!isPush && email.value.trim() === '') return complain(form.dataset['give'] ?? '', email);
    tell('working');
    if (isPush && push) await askForDevice(wish, push.key);
    else await askForLetters(wish);
  };

  const offer = (channels: Channels): void => {
    form.hidden = false;
    showDevice();
    const about = new URLSearchParams(location.search).get('constituency');
    const select = find<HTMLSelectElement>('select', form);
    if ([...select.options].some(({ value }) => value === about)) select.value = about ?? '';
    if (channels.push && canBeTold()) {
      find<HTMLInputElement>('[value=push]', form).disabled = false;
      const hint = find<HTMLElement>('[data-push-hint]', form);
      hint.textContent = hint.dataset['can'] ?? '';
    }
    const button = find<HTMLButtonElement>(':scope > button', form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (button.disabled) return;
      button.disabled = true;
      void ask(channels).finally(() => {
        button.disabled = false;
      });
    });
  };

  /** What the address asks for, behind its number sign. */
  const follow = async (): Promise<void> => {
    const [, act, id = ''] = /^#(confirm|leave)=([0-9a-f]{1,64})$/.exec(location.hash) ?? [];
    const confirm = find<HTMLElement>('[data-confirm]');
    confirm.hidden = act !== 'confirm';
    if (act === 'leave') {
      find<HTMLElement>('[data-ended-words]').hidden = !(await leave(id));
      // Who reads this over somebody's shoulder, or in a history, ends nothing twice.
      history.replaceState(null, '', location.pathname);
    }
    find<HTMLButtonElement>('[data-confirm-now]').onclick = async () => {
      tell('working');
      const said = await call(`/${id}/confirmations`);
      if (!said.ok) return complainOf(said.problem);
      confirm.hidden = true;
      history.replaceState(null, '', location.pathname);
      tell('confirmed');
      status.focus();
    };
  };

  find<HTMLButtonElement>('[data-device-stop]').onclick = async () => {
    const id = deviceAlert.of(election);
    if (id === null || !(await leave(id))) return;
    deviceAlert.forget(election);
    showDevice();
    status.focus();
  };

  return { offer, follow };
};

/** Brings the form to life where this portal sends alerts; a copy without functions says that it does not. */
export const prepareAlerts = (): void => {
  const form = find<HTMLFormElement>('form[data-alerts]');
  const { offer, follow } = page(form);
  void fetch(form.dataset['api'] ?? '')
    .then((response) => (response.ok ? (response.json() as Promise<Channels>) : null))
    .catch(() => null)
    .then((channels) => {
      if (channels) offer(channels);
      else find<HTMLElement>('[data-absent]').hidden = false;
    });
  void follow();
  addEventListener('hashchange', () => void follow());
};
