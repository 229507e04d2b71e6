package org.dosi.analysis.traffic;

import org.dosi.analysis.finding.Analysis;
import org.dosi.analysis.finding.Finding;

/// One analysis of traffic.
///
/// @param <F> what it finds
public interface TrafficAnalysis<F extends Finding> extends Analysis<TrafficData, F> {}
