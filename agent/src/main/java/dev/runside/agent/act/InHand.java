package dev.runside.agent.act;

/** Told which services the agent itself is changing, so that nobody takes its work for a fault. */
public interface InHand {

    void taken(String service);

    /**
     * @param stopped ended on purpose: that it is gone is no news
     */
    void released(String service, boolean stopped);
}
