import type { ScanEngine } from '#shared/advertisements/inspection.ts';
import type { AlertWish } from '#shared/alerts/wish.ts';
import type { Account } from '#shared/desk/account.ts';

/**
 * The few things that the outside does for us. The comments are the contracts: every adapter keeps them, and `test/contracts` asks them.
 * "Durable" means kept although this process dies the moment the call returns. A call that throws may still have taken effect.
 */

/** One accepted act: written once, never edited. */
export interface StoredAct {
  readonly election: string;
  readonly partition: string;
  readonly key: string;
  readonly sha256: string;
  /** The canonical JSON text of the act. */
  readonly body: string;
  readonly acceptedAt: string;
  /** Pseudonymous subject of the account that did it: for the private audit trail only, never part of the ledger. */
  readonly by?: string;
}

/**
 * Stands in the place of an election for records of the whole portal, such as accounts: no election can have this id, it is never
 * registered as one, and adapters keep it in partitions of their own, so that neither the publisher nor who takes acts can write there.
 */
export const PORTAL = '@portal';

/**
 * Begins the partitions of an election that accounts of the Central Platform keep for themselves, e-mail and mobile numbers among it. Adapters
 * keep them apart, so that neither the publisher nor who reports a count can read them.
 */
export const PLATFORM = '&';

/** Keys that begin with a text, that come before one, or that are one or come after it. */
export type Keys = { readonly prefix: string } | { readonly below: string } | { readonly from: string };

export type AcceptOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'replayed'; readonly act: StoredAct }
  | { readonly kind: 'conflict'; readonly act: StoredAct };

/** One step of the order: the acts that entered the ledger together. */
export interface StoredBatch {
  readonly election: string;
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  /** Canonical JSON. */
  readonly body: string;
}

/**
 * Accepted acts and their order. Election, partition and key come validated; an election's id holds no `#`.
 * All reads see every write that was acknowledged before them. Adapters retry what is safe to retry, then throw.
 */
export interface Records {
  /**
   * Keeps an act under its election, partition and key, unless something is there: one conditional write, durable on return.
   * `replayed` when the same `sha256` stands there (also when an own retry met its own success), `conflict` when another one does; `act` is
   * what stands. Of any number of racing calls exactly one makes the record. Throws `RecordTooLarge` for what no table could hold.
   */
  accept(act: StoredAct): Promise<AcceptOutcome>;
  find(election: string, partition: string, key: string): Promise<StoredAct | null>;
  /** The acts of a partition, all or those with such keys, by key ascending (in the order of their UTF-8 bytes). */
  list(election: string, partition: string, keys?: Keys): Promise<readonly StoredAct[]>;
  /**
   * Takes a version of the order, durable on return. The caller has read the version before it. `taken`: another body stands there, so read
   * again and decide again; an equal body is our own success whose acknowledgement was lost, and counts as `appended`.
   */
  appendBatch(batch: StoredBatch): Promise<'appended' | 'taken'>;
  /** The batches above a version, ascending and without gaps; throws when one is missing. */
  batches(election: string, afterVersion?: number): Promise<readonly StoredBatch[]>;
  /** Makes an election known to the sweep; again is harmless. */
  registerElection(election: string): Promise<void>;
  /** Every registered election, ascending. */
  elections(): Promise<readonly string[]>;
}

/** DynamoDB takes 400 KB an item; the rest is room for names and numbers. Counted after compression. */
export const maxRecordBytes = 390_000;

/** An act or batch that does not fit into one record, even compressed. */
export class RecordTooLarge extends Error {
  override readonly name = 'RecordTooLarge';
  constructor(key: string, bytes: number) {
    super(`The record ${key} needs ${bytes} bytes; at most ${maxRecordBytes} fit.`);
  }
}

export interface NewObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
  /** The name under which a browser saves it; with one it is a download and never shown. */
  readonly downloadName?: string;
}

export interface StoredObject {
  readonly bytes: Uint8Array;
  /** As HTTP writes it, with its quotation marks. */
  readonly etag: string;
  readonly contentType: string;
  /** What `putForward` wrote, 0 for anything else. */
  readonly version: number;
}

/** The public files, by key (`data/legco-2012/latest.json`). Reads see every write acknowledged before them. Adapters retry, then throw. */
export interface ObjectStore {
  get(key: string): Promise<StoredObject | null>;
  head(key: string): Promise<Omit<StoredObject, 'bytes'> | null>;
  /** Writes an immutable object, durable on return; `exists` leaves what stands there as it is, whatever it holds. */
  putIfAbsent(key: string, object: NewObject): Promise<'written' | 'exists'>;
  /**
   * Moves an object forward only, durable on return: writes when nothing or a lower version stands there. `stale` when a higher version
   * stands, or other bytes of the same version; the same version with the same bytes is `written`. Races are retried, then it throws.
   */
  putForward(key: string, object: NewObject & { readonly version: number }): Promise<'written' | 'stale'>;
  /**
   * Writes in the place of the object with this ETag, durable on return, and of no other; `lost` when another stands there, or none. It is for
   * what comes to an object that is as far forward as it was: the object keeps its version, which the caller has read with the ETag.
   */
  replace(
    key: string,
    object: NewObject & { readonly version: number },
    etag: string,
  ): Promise<'written' | 'lost'>;
  /** All keys that begin with the prefix, in the order of their UTF-8 bytes. */
  list(prefix: string): Promise<readonly string[]>;
}

/** Objects that may also go again. */
export interface RemovableObjects extends ObjectStore {
  /** Gone on return; nothing there is harmless. */
  remove(key: string): Promise<void>;
}

/** What the uploader says of a file before it is sent; another one cannot get in under its key. */
export interface ExpectedUpload {
  /** Random, made by us; never a file's name. */
  readonly key: string;
  /** At least 1: an empty file is refused before anything is offered. */
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A form that a browser posts as `multipart/form-data` to `url`: these fields, then the field `file`. */
export interface UploadOffer {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** A form that arrives later is refused; one that has begun by then is taken to its end. */
  readonly expiresAt: string;
}

export interface ArrivedUpload {
  readonly bytes: number;
  /** Hexadecimal, computed by the store over what arrived; `null` for what the store has no such checksum of. */
  readonly sha256: string | null;
  /** When the store had the whole file, by its own clock and in whole seconds; never later than that. */
  readonly arrivedAt: string;
  /** Names just these bytes: what is inspected under a version is what was received. */
  readonly version: string;
}

/**
 * Files of candidates that nobody has looked at yet. The browser brings them straight here; they are read by who inspects them and by
 * nobody else, are never served, and vanish by themselves after a week.
 */
export interface Quarantine {
  /**
   * Permission to bring one file once it is known what it is: the store takes nothing but this key, just so many bytes, and these bytes by
   * their hash. Nothing is kept of an offer. What is cut off on the way leaves nothing behind and may be brought again, also with a new
   * offer; so may what has arrived: it is the same bytes again.
   */
  offer(upload: ExpectedUpload): Promise<UploadOffer>;
  /** What has arrived under the key: the first time, if it was brought again. `null` for nothing, and for what was discarded. */
  head(key: string): Promise<ArrivedUpload | null>;
  /** The bytes of a version, whole; `null` when they are gone. */
  read(key: string, version: string): Promise<Uint8Array | null>;
  /** Takes away every version, for good; nothing there is harmless. */
  discard(key: string): Promise<void>;
}

/** What a scanner for viruses said of a version: `unscannable` is not clean, `absent` that there is no scanner here. */
export type ScanResult = 'clean' | 'infected' | 'unscannable' | 'waiting' | 'absent';

/** The scanner beside our own inspection; asked again, it says the same. */
export interface MalwareScans {
  /** Its name in inspection reports. */
  readonly engine: Exclude<ScanEngine, 'signatures'>;
  of(key: string, version: string): Promise<ScanResult>;
}

/** Whoever looks into uploads. It is called when a file has arrived; this only repairs a call that was lost. */
export interface Inspector {
  /** Taken note of on return, not done; asked again, it says the same. */
  ask(key: string, version: string): Promise<void>;
}

/** What the inspection said of each quarantined object, each said once. */
export type Verdicts = Pick<ObjectStore, 'get' | 'list' | 'putIfAbsent'>;

/** The exact bytes that were received, kept where nobody can change or delete them before their time, the account's owner included. */
export type Vault = Pick<ObjectStore, 'get' | 'head' | 'putIfAbsent'>;

export interface NewUpload {
  readonly bytes: Uint8Array;
  /** What was found in the bytes, never what the uploader called them. */
  readonly contentType: string;
  /** The name that a reader saves the file under. */
  readonly downloadName: string;
}

/**
 * Candidates' files that anyone may read: from an origin of their own, as downloads, never as pages of the portal. Every answer to a reader
 * says `Content-Disposition: attachment` and `nosniff`, and is sandboxed.
 */
export interface PublicUploads extends Pick<ObjectStore, 'get' | 'head' | 'list'> {
  /** Durable on return; `exists` leaves what stands there as it is. Readers may see it at once. */
  putIfAbsent(key: string, upload: NewUpload): Promise<'written' | 'exists'>;
  /** Gone for good on return; an edge may show its copy for a minute longer. Nothing there is harmless. */
  remove(key: string): Promise<void>;
}

export interface Message {
  /** Letters, digits, `.`, `_` and `-`, at most 128: the same message has the same id. */
  readonly id: string;
  readonly to: { readonly email: string } | { readonly phone: string };
  /** What it is about, such as `advertisement-received`. */
  readonly kind: string;
  /** Of an e-mail; a text message has none. */
  readonly subject?: string;
  readonly text: string;
  /** Where a mail program ends such e-mails with one click (RFC 8058): it posts there. */
  readonly leaveUrl?: string;
}

/** Tells people outside. Mail and text messages have no memory of ids: after a call that threw, the same one may be told twice. */
export interface Messenger {
  /** `sent` when the carrier has taken it, which is not that it was read; `refused` when no carrier will ever take it to there. */
  send(message: Message): Promise<'sent' | 'refused'>;
}

/** What files of candidates go through. */
export interface PlatformPorts {
  readonly quarantine: Quarantine;
  readonly scans: MalwareScans;
  readonly verdicts: Verdicts;
  readonly vault: Vault;
  readonly uploads: PublicUploads;
  readonly messenger: Messenger;
}

/**
 * Where people sign in. The records say who has which account; the directory only lets them in. So every call may be made again, at any
 * time, with what the records say now, and leaves the same behind.
 */
export interface SignInDirectory {
  /** Makes the person known, or brings them up to date: role, e-mail, and whether they may sign in. */
  provision(account: Account): Promise<void>;
  /** Ends the sessions that the directory keeps for this account; an unknown one has none. */
  signOut(account: string): Promise<void>;
}

/** What a witness said to a checkpoint, word for word. */
export interface WitnessAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Witnesses outside, as they are asked over the web (C2SP tlog-witness). Anybody's servers: whatever they answer is checked by who asked. */
export interface WitnessCalls {
  /** Sends a body of `add-checkpoint` to the witness at this address. Throws when it does not answer soon, or with more than it should. */
  addCheckpoint(url: string, body: string): Promise<WitnessAnswer>;
}

/** Ed25519 (RFC 8032, no pre-hash): the same message gives the same signature. */
export interface Signer {
  /** The name of the key in signed notes. */
  readonly name: string;
  /** 32 raw bytes. */
  readonly publicKey: Uint8Array;
  /** 64 raw bytes. Nothing is kept; the caller may ask again. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

export interface Clock {
  now(): Date;
}

/** Somebody's wish to be told of results. Who it is stays here: neither a ledger nor a log nor a page knows of it. */
export interface Subscription {
  readonly election: string;
  readonly id: string;
  readonly wish: AlertWish;
  /** An e-mail address is asked first whether it was its owner who asked. */
  readonly state: 'asked' | 'active';
  /** Entries of the ledger below this one have been told of, or were there before. */
  readonly after: number;
  /** Of a webhook: what its calls are signed with (Standard Webhooks, `whsec_…`). */
  readonly secret?: string;
  /** Since when it could not be told, how often it was tried, and when it is tried again; null while all is well. */
  readonly trouble: { readonly since: string; readonly tries: number; readonly nextAt: string } | null;
  /** Gone by itself after this. */
  readonly expiresAt: string;
}

/** A subscription as it stands: whoever changes it says which one they have seen. */
export interface KeptSubscription extends Subscription {
  readonly revision: number;
}

/** How far an election's alerts have been told. */
export interface Told {
  /** Entries of the ledger below this one have been told of to everybody who could be told. */
  readonly size: number;
  /** Whether somebody could not be told, or not yet. */
  readonly isOpen: boolean;
}

/** Who wants to be told of what. The one store of the portal whose records change and go. Reads see every write acknowledged before them. */
export interface Subscriptions {
  /** `null` for none, and for one whose time is over. */
  find(election: string, id: string): Promise<KeptSubscription | null>;
  /** Writes in the place of that revision, 0 for none at all; false when another stands there, or none any more. Durable on return. */
  put(subscription: Subscription, replacing: number): Promise<boolean>;
  /** Gone for good on return; nothing there is harmless. */
  remove(election: string, id: string): Promise<void>;
  /** All of an election's, some at a time, those whose time is over among them. */
  list(election: string): AsyncIterable<readonly KeptSubscription[]>;
  /** The subscription that stands for a place that alerts go to, named by the SHA-256 of it. */
  standingFor(election: string, placeSha256: string): Promise<string | null>;
  setStanding(election: string, placeSha256: string, id: string, expiresAt: string): Promise<void>;
  /** Counts one more under a name, until this instant; false when it is one too many, and then it was not counted. */
  count(name: string, limit: number, until: string): Promise<boolean>;
  told(election: string): Promise<Told>;
  setTold(election: string, told: Told): Promise<void>;
}

/** What came of telling somebody: `gone` will never be told again; `later` may be tried again. */
export type Delivery = 'sent' | 'gone' | 'later';

/** An answer of somebody outside, as far as anybody looks at it. */
export interface OutsideAnswer {
  readonly status: number;
  /** The beginning, at most 1 kB. */
  readonly text: string;
}

/** Addresses that others gave, called on the web. */
export interface OutsideCalls {
  /** Whether the address may be called at all, as far as the address itself says. */
  mayCall(url: string): boolean;
  /** Posts a body there, to public addresses only, and follows nothing; null when nobody answers in time, or nobody may be called there. */
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
  ): Promise<OutsideAnswer | null>;
}

/** The key by which push services know the portal (RFC 8292): ECDSA on P-256 with SHA-256. */
export interface PushKey {
  /** 65 bytes, an uncompressed point. */
  readonly publicKey: Uint8Array;
  /** 64 raw bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** Push services of browsers (RFC 8030). */
export interface PushServices {
  /** The portal's public key as browsers want it when they subscribe, in base64url. */
  readonly key: string;
  /** Whether an address belongs to a push service of a browser; anybody could name another and have it called in our name. */
  isOne(endpoint: string): boolean;
  /** Encrypts the text, at most 3,900 bytes, for the browser (RFC 8291) and hands it to its push service, where it takes the place of one of this topic that waits. */
  push(
    to: Extract<AlertWish, { channel: 'push' }>,
    notification: { readonly text: string; readonly topic: string },
  ): Promise<Delivery>;
}
