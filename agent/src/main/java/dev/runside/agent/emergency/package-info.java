/**
 * What is left when the server is gone: the emergency card says whom to page, and the agent pages.
 *
 * <pre>
 *   card from the server ──signature good──► card.json (0600)
 *   server silent for 60 s ──► EmergencyPager ──signed webhook──► people on the card,
 *                              again every 5 minutes until the server answers
 * </pre>
 */
@NullMarked
package dev.runside.agent.emergency;

import org.jspecify.annotations.NullMarked;
