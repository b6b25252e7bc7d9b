import type { FaultArgs } from '../../evidence/fault';

type Problem = FaultArgs['engine.tls-refused']['problem'];

/**
 * What an error code of node's TLS means; `files` for PEM that OpenSSL cannot load; `undefined`: not an error of TLS.
 * Codes: https://nodejs.org/api/tls.html#x509-certificate-error-codes, and OpenSSL's own as ERR_SSL_….
 */
export function tlsProblem(code: string, message: string): Problem | 'files' | undefined {
  const known = certificateCodes[code];
  if (known) return known;
  if (code.startsWith('ERR_OSSL_')) return 'files';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return handshakeProblem(`${code} ${message}`);
  return undefined;
}

const certificateCodes: Readonly<Record<string, Problem>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  CERT_SIGNATURE_FAILURE: 'untrusted',
  CERT_UNTRUSTED: 'untrusted',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
};

function handshakeProblem(text: string): Problem {
  // Bytes of an HTTP answer read as a TLS record have an impossible version or length.
  if (/wrong.version.number|packet.length|unknown.protocol|http.request/i.test(text)) return 'server-plain';
  if (/alert.*(certificate|unknown.ca|handshake.failure)|certificate.required/i.test(text))
    return 'client-refused';
  return 'other';
}
