package dev.runside.agent.emergency;

/**
 * An emergency card as the server sends it; nobody vouches for it yet.
 *
 * @param payload JSON in base64
 * @param signature of the payload's bytes, Ed25519, in base64
 */
public record SignedCard(String payload, String signature) {}
