package dev.runside.server.catalog.definition;

import org.snakeyaml.engine.v2.nodes.Node;

/** A document with what it was parsed into, to be read once. */
record Composed(Document document, Node root) {}
