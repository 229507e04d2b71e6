package org.dosi.kernel.air;

import org.dosi.kernel.geo.Sites;

/// Collects how well the index of stations is told from that of the others; not for two threads.
final class IndexTrial {
    private final Sites stations;
    private long count;
    private double squares;
    private double sum;
    private long within;
    private long hits;
    private double promised;
    private double score;
    private final double[] rivalSquares = new double[2];
    private final long[] rivalHits = new long[2];

    IndexTrial(Sites stations) {
        this.stations = stations;
    }

    /// @param told by station, without itself
    /// @param index by station; NaN for none
    /// @param grade by station; -1 for none
    void hour(IndexField.Places told, double[] index, int[] grade) {
        for (int s = 0; s < index.length; s++) {
            if (Double.isNaN(index[s]) || Double.isNaN(told.index()[s])) {
                continue;
            }
            int[] rivals = {-1, nearest(s, index)};
            if (rivals[1] < 0) {
                continue;
            }
            count++;
            double difference = told.index()[s] - index[s];
            squares += difference * difference;
            sum += difference;
            within += index[s] >= told.lower()[s] && index[s] <= told.upper()[s] ? 1 : 0;
            hits += told.grade()[s] == grade[s] ? 1 : 0;
            promised += told.probability()[told.grade()[s]][s];
            score += score(told, s, grade[s]);
            double mean = meanOfOthers(s, index);
            rival(0, mean, gradeOf(mean, index, grade), index[s], grade[s]);
            rival(1, index[rivals[1]], grade[rivals[1]], index[s], grade[s]);
        }
    }

    private static double score(IndexField.Places told, int station, int grade) {
        double score = 0;
        double below = 0;
        for (int g = 0; g < IndexGrade.ALL.size() - 1; g++) {
            below += told.probability()[g][station];
            double difference = below - (grade <= g ? 1 : 0);
            score += difference * difference;
        }
        return score;
    }

    private void rival(int which, double told, int toldGrade, double index, int grade) {
        rivalSquares[which] += (told - index) * (told - index);
        rivalHits[which] += toldGrade == grade ? 1 : 0;
    }

    private static double meanOfOthers(int station, double[] index) {
        double sum = 0;
        int others = 0;
        for (int s = 0; s < index.length; s++) {
            if (s != station && !Double.isNaN(index[s])) {
                sum += index[s];
                others++;
            }
        }
        return sum / others;
    }

    /// The grade of the station whose index is nearest to this one.
    private static int gradeOf(double value, double[] index, int[] grade) {
        int nearest = -1;
        for (int s = 0; s < index.length; s++) {
            if (!Double.isNaN(index[s])
                    && (nearest < 0 || Math.abs(index[s] - value) < Math.abs(index[nearest] - value))) {
                nearest = s;
            }
        }
        return grade[nearest];
    }

    /// The nearest other station with an index, or -1.
    private int nearest(int station, double[] index) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < index.length; s++) {
            double distance = stations.distanceM(station, stations, s);
            if (s != station && !Double.isNaN(index[s]) && distance < least) {
                least = distance;
                nearest = s;
            }
        }
        return nearest;
    }

    IndexSurface.Validation validation(int hours) {
        return new IndexSurface.Validation(
                hours,
                count,
                Math.sqrt(squares / count),
                sum / count,
                (double) within / count,
                (double) hits / count,
                promised / count,
                score / count,
                new IndexSurface.Rival(Math.sqrt(rivalSquares[0] / count), (double) rivalHits[0] / count),
                new IndexSurface.Rival(Math.sqrt(rivalSquares[1] / count), (double) rivalHits[1] / count));
    }
}
