/** How severities look where there is room for one sign. */

import { Severity, SEVERITIES } from '../shared/server';

export const SIGNS: Record<Severity, string> = { error: '✕', warning: '▲', advice: '○' };

/** Return the gravest of severities. */
export function gravest(severities: Severity[]): Severity {
  return SEVERITIES.find(each => severities.includes(each)) ?? 'advice';
}
