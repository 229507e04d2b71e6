package org.dosi.analysis.traffic.congestion;

import org.dosi.analysis.traffic.Detectors.Detector;
import org.dosi.kernel.traffic.congestion.DayPeriod;
import org.dosi.kernel.traffic.congestion.VolumeUse;

/// One detector in one period.
public record VolumeRow(Detector detector, DayPeriod period, VolumeUse.Capacity capacity, VolumeUse use) {}
