/** The public API as the command line sees it: JSON over HTTP with a person's token. */
@NullMarked
package dev.runside.cli.client;

import org.jspecify.annotations.NullMarked;
