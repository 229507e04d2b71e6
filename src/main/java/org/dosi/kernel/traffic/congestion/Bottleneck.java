package org.dosi.kernel.traffic.congestion;

import java.util.List;

/// A place where queues begin, with all of its queues.
///
/// @param head the detector
/// @param queues in order of time
/// @param usualShare of each queue: on how many of the comparable days the head was congested at an overlapping time,
///     0 to 1; NaN where too few comparable days were seen
public record Bottleneck(int head, List<Queue> queues, double[] usualShare) {

    public Bottleneck {
        queues = List.copyOf(queues);
    }

    /// By RITIS' base impact, kilometre-minutes; by detector-minutes where no place is known.
    public double impact() {
        double km = kmMinutes();
        return Double.isNaN(km) ? detectorMinutes() : km;
    }

    public double kmMinutes() {
        return queues.stream().mapToDouble(Queue::kmMinutes).sum();
    }

    public double detectorMinutes() {
        return queues.stream().mapToDouble(Queue::detectorMinutes).sum();
    }

    /// The base impact weighted by how far speeds are below the reference.
    public double slowMinutes() {
        return queues.stream().mapToDouble(Queue::slowMinutes).sum();
    }

    /// What a vehicle lost that passed a queue, mean over the time of all queues; NaN where places are unknown.
    public double lossMinutes() {
        double sum = 0;
        double steps = 0;
        for (Queue queue : queues) {
            sum += queue.lossMinutes() * queue.steps();
            steps += queue.steps();
        }
        return sum / steps;
    }

    public int mostDetectors() {
        return queues.stream().mapToInt(Queue::mostDetectors).max().orElse(0);
    }

    public double mostKm() {
        return queues.stream().mapToDouble(Queue::mostKm).max().orElse(Double.NaN);
    }

    /// Mean duration of a queue, in steps.
    public double meanSteps() {
        return queues.stream().mapToInt(Queue::steps).average().orElse(Double.NaN);
    }

    /// The part of the impact, in detector-minutes, of queues that are usual: on at least `share` of the comparable
    /// days. Of those alone of which that can be told; NaN if there is none.
    public double recurrentShare(double share) {
        double usual = 0;
        double told = 0;
        for (int i = 0; i < usualShare.length; i++) {
            if (!Double.isNaN(usualShare[i])) {
                double minutes = queues.get(i).detectorMinutes();
                told += minutes;
                usual += usualShare[i] >= share ? minutes : 0;
            }
        }
        return told == 0 ? Double.NaN : usual / told;
    }

    /// The part of the impact of which cannot be told whether it is usual.
    public double untoldShare() {
        double untold = 0;
        for (int i = 0; i < usualShare.length; i++) {
            untold += Double.isNaN(usualShare[i]) ? queues.get(i).detectorMinutes() : 0;
        }
        return untold / detectorMinutes();
    }
}
