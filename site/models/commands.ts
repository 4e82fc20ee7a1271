import { UNKNOWN_ORIGIN } from './unknown-origin.ts';

/** Where a command finds an election: the address of the site, if it is known when the page is made, and the election's name. */
interface At {
  readonly origin?: string | undefined;
  readonly election: string;
}

/** A command that a reader copies: where it runs, and its text. */
export interface Command {
  readonly name: 'curl' | 'Python' | 'R';
  readonly text: string;
}

const curl = ({ origin = UNKNOWN_ORIGIN, election }: At): string => `SITE=${origin}
curl -fsS "$SITE/data/${election}/results.csv" -o results.csv
curl -fsS "$SITE/data/${election}/stations.csv" -o stations.csv
curl -fsS "$SITE/data/${election}/results.xlsx" -o results.xlsx`;

const python = ({
  origin = UNKNOWN_ORIGIN,
  election,
}: At): string => `import csv, hashlib, io, json, urllib.request

SITE = "${origin}"

def get(path):
    with urllib.request.urlopen(SITE + path) as answer:
        return answer.read()

# One pointer, then only what it names: never figures of two versions.
pointer = json.loads(get("/data/${election}/latest.json"))
named = pointer["files"]["results.csv"]
table = get(named["path"])
assert hashlib.sha256(table).hexdigest() == named["sha256"]
print("version", pointer["version"], pointer["asOf"], pointer["status"], "TEST" if pointer["test"] else "")
for row in csv.DictReader(io.StringIO(table.decode("utf-8-sig"))):
    votes = row["votes"] or "not counted"
    print(row["constituency"], row["number"], row["name_en"] or row["name_zh"], votes, row["seats_won"])`;

const r = ({ origin = UNKNOWN_ORIGIN, election }: At): string => `SITE <- "${origin}"
results <- read.csv(paste0(SITE, "/data/${election}/results.csv"),
                    fileEncoding = "UTF-8-BOM", na.strings = "", check.names = FALSE)
print(results[c("constituency", "number", "name_zh", "votes", "share", "seats_won", "provisional")])`;

/** The shortest way to a table, in three tools. */
export const startCommands = (at: At): readonly Command[] => [
  { name: 'curl', text: curl(at) },
  { name: 'Python', text: python(at) },
  { name: 'R', text: r(at) },
];

/** Recounts the whole election with the source of the product. */
export const verifyCommand = ({ origin = UNKNOWN_ORIGIN, election }: At): string => `SITE=${origin}
npm run -s verify -- --from $SITE/data/${election}`;

/** Fetches what any reader of the log's format needs first. */
export const logCommand = ({ origin = UNKNOWN_ORIGIN, election }: At): string => `SITE=${origin}
curl -fsS "$SITE/data/${election}/log/checkpoint"
curl -fsS "$SITE/data/${election}/latest.json"`;

/** Follows the count from the version after \`seen\` on, and misses none; ends when everything is settled. */
export const followCommand = ({ origin = UNKNOWN_ORIGIN, election }: At): Command => ({
  name: 'Python',
  text: `import json, time, urllib.error, urllib.request

SITE = "${origin}"
SETTLED = ("declared", "corrected", "uncontested", "failed", "terminated")

def ask(path, etag=None):
    request = urllib.request.Request(SITE + path, headers={"If-None-Match": etag} if etag else {})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer), answer.headers["ETag"]

seen, etag, wait = 0, None, 5
while True:
    try:
        pointer, etag = ask("/data/${election}/latest.json", etag)
        # Every version between the last one and this, in its order; none is skipped.
        for version in range(seen + 1, pointer["version"] + 1):
            was, _ = ask(f"/data/${election}/versions/{version}.json")
            changes, _ = ask(was["files"]["changes.json"]["path"])
            print("version", version, was["asOf"], was["status"], flush=True)
            for one in changes["changes"]:
                print("  ", one["constituency"], one["station"], one["field"], one["old"], "->", one["new"], one["reason"] or "")
            seen = version
        wait = pointer["pollAfterMs"] / 1000
        if pointer["status"] in SETTLED:
            break
    except urllib.error.HTTPError as answer:
        if answer.code != 304:  # nothing new
            wait = min(60, wait * 2)
    except OSError:
        wait = min(60, wait * 2)
    time.sleep(wait)`,
});

/** Registers a newsroom's address for alerts. */
export const registerWebhookCommand = ({ origin = UNKNOWN_ORIGIN, election }: At): string => `SITE=${origin}
curl -fsS "$SITE/api/elections/${election}/alerts" -H 'content-type: application/json' -d '{
  "channel": "webhook", "url": "https://newsroom.example/alerts", "language": "en",
  "constituencies": null, "occasions": ["interim", "declared", "correction"] }'`;

/** Ends it again. */
export const endWebhookCommand = ({ origin = UNKNOWN_ORIGIN, election }: At): string => `SITE=${origin}
curl -fsS -X POST "$SITE/api/elections/${election}/alerts/THE-ID/leave"`;

/** A server that answers the first call, and checks the signature of every other (Standard Webhooks). */
export const receiveWebhookCommand = (): Command => ({
  name: 'Python',
  text: `import base64, hashlib, hmac, http.server, json, os, time

def is_ours(secret, headers, body):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    told = headers["webhook-id"], headers["webhook-timestamp"]
    signed = f"{told[0]}.{told[1]}.".encode() + body
    right = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    fresh = abs(time.time() - int(told[1])) < 300
    return fresh and any(hmac.compare_digest(one, "v1," + right) for one in headers["webhook-signature"].split())

class Alerts(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        event = json.loads(body)
        if event["type"] == "webhook.verification":
            return self.answer(200, event["data"]["challenge"])
        if not is_ours(os.environ["SECRET"], self.headers, body):
            return self.answer(401, "not signed by Open Returns")
        of = event["data"]
        print("TEST" if of["test"] else "", event["type"], of["constituency"], of["title"], of["url"], flush=True)
        self.answer(200, "thank you")

    def answer(self, status, text):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

http.server.HTTPServer(("", int(os.environ.get("PORT", "8000"))), Alerts).serve_forever()`,
});
