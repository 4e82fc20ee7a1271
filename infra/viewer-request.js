// Runs at every edge before the cache (CloudFront Functions, cloudfront-js-2.0): plain script, no imports, under a millisecond.

// What a static file can depend on, and what CloudFront does not let a function remove. An odd header once made S3 answer 501 for everybody.
const keptHeaders = [
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'content-length',
  'host',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'origin',
  'range',
  'transfer-encoding',
  'via',
];

// A page's address without its last slash. The pattern keeps the redirection on this host: no second slash, no backslash, no dot.
const pageWithoutSlash = /^\/(en|zh-hant|zh-hans)(\/[A-Za-z0-9~_-]+)*$/;

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  // A browser asks whether a script of another site may send more than a plain request: it may.
  if (request.method === 'OPTIONS') {
    return {
      statusCode: 204,
      statusDescription: 'No Content',
      headers: {
        'access-control-allow-origin': { value: '*' },
        'access-control-allow-methods': { value: 'GET, HEAD' },
        'access-control-allow-headers': { value: '*' },
        'access-control-max-age': { value: '86400' },
      },
    };
  }
  request.querystring = {};
  request.cookies = {};
  Object.keys(request.headers).forEach((name) => {
    if (!keptHeaders.includes(name)) delete request.headers[name];
  });
  if (pageWithoutSlash.test(request.uri)) {
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: `${request.uri}/` }, 'cache-control': { value: 'max-age=3600' } },
    };
  }
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}
