/**
 * Prometheus, Alertmanager and webhook from Debian's packages, set as fast as they go.
 *
 * <pre>
 *   service ◄──scraped each second── Prometheus ──alert──► Alertmanager ──┬─► webhook ─► restart
 *                                                                         └─► Notices (what it said)
 * </pre>
 */
@NullMarked
package dev.runside.bench.heal.peers;

import org.jspecify.annotations.NullMarked;
