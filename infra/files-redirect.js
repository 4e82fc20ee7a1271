// Runs at every edge (CloudFront Functions, cloudfront-js-2.0): links below /files/ lead to the origin of candidates' files.

// The deployment writes the origin here; it ends without a slash, so no path can name another host.
const filesOrigin = '@FILES_ORIGIN@';

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  return {
    statusCode: 302,
    statusDescription: 'Found',
    headers: {
      location: { value: `${filesOrigin}/${event.request.uri.slice('/files/'.length)}` },
      'cache-control': { value: 'public, max-age=60' },
    },
  };
}
