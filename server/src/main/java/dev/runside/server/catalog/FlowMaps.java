package dev.runside.server.catalog;

import java.util.List;
import java.util.Optional;

/** The flows of the catalog in force, as pages and programs show them. */
public interface FlowMaps {

    List<FlowMap> all();

    Optional<FlowMap> find(String name);
}
