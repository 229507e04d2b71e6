package org.dosi.analysis.air;

import org.dosi.analysis.finding.Analysis;
import org.dosi.analysis.finding.Finding;

/// One analysis of the air.
///
/// @param <F> what it finds
public interface AirAnalysis<F extends Finding> extends Analysis<AirData, F> {}
