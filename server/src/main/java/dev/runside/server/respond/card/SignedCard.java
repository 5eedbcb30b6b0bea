package dev.runside.server.respond.card;

/**
 * A card as agents get it.
 *
 * @param payload base64 of the card's JSON
 * @param signature Ed25519 over the bytes of that JSON, in base64
 */
public record SignedCard(String payload, String signature) {}
