/**
 * Everybody outside the company's services, in one process: customers, readers of the report, those
 * who ask the assistant, the support desk they write to, and the pager in the owners' pockets.
 *
 * <pre>
 *   Customers ──► gateway ──(failed)──► SupportDesk ──► tickets ──► Runside
 *   Readers ──► reporting ──(stale)──┘                    Pager ◄── pages ──┘
 * </pre>
 */
@NullMarked
package dev.runside.demo.people;

import org.jspecify.annotations.NullMarked;
