package org.dosi.product.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dosi.model.Name;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What went wrong, as problem+json (RFC 9457). The client's faults are told in one line; ours are logged,
/// and the client learns no more than that they are ours.
public final class Problems {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    private Problems() {}

    public static ServerResponse answer(Throwable fault, ServerRequest request) {
        return switch (fault) {
            case BadRequest bad -> problem(HttpStatus.BAD_REQUEST, message(bad), bad.words());
            case NotFound missing -> problem(HttpStatus.NOT_FOUND, message(missing));
            case Busy busy -> problem(HttpStatus.SERVICE_UNAVAILABLE, message(busy));
            // The client went away before the answer: nobody's fault, and there is nobody to tell.
            case AsyncRequestNotUsableException _ ->
                ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
            default -> {
                LOG.log(System.Logger.Level.ERROR, "cannot answer " + request.path(), fault);
                yield problem(HttpStatus.INTERNAL_SERVER_ERROR, "the server failed; its log says why");
            }
        };
    }

    /// The bytes of a problem, for those who answer without a router.
    public static byte[] bytes(int status, String title, String detail) {
        return bytes(status, title, detail, Optional.empty());
    }

    private static byte[] bytes(int status, String title, String detail, Optional<Name> words) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        words.ifPresent(both -> members.put("words", both));
        return Answers.JSON.writeValueAsBytes(members);
    }

    private static ServerResponse problem(HttpStatus status, String detail) {
        return problem(status, detail, Optional.empty());
    }

    private static ServerResponse problem(HttpStatus status, String detail, Optional<Name> words) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(bytes(status.value(), status.getReasonPhrase(), detail, words));
    }

    private static String message(RuntimeException fault) {
        return String.valueOf(fault.getMessage());
    }
}
