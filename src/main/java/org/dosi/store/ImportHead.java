package org.dosi.store;

import org.dosi.model.Dataset;

/// What is known of an import before its file is read.
///
/// @param source id of the adapter
/// @param adapterVersion its version
/// @param file the name of the file, without folder
/// @param sha256 checksum of its bytes, in hexadecimal
/// @param gapsFilled a value that differs from an earlier edition of itself is an estimate
public record ImportHead(
        String source,
        int adapterVersion,
        Dataset dataset,
        String file,
        String sha256,
        long bytes,
        boolean gapsFilled) {}
