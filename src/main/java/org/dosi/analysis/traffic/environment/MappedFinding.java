package org.dosi.analysis.traffic.environment;

import org.dosi.analysis.finding.Finding;

/// A finding about links that is shown on a map.
public interface MappedFinding extends Finding {
    LinkMap map();
}
