package org.payqual.ops.problem;

/** Answers by status alone, where the server or the framework says no more. */
final class StatusAnswers {

    private StatusAnswers() {}

    /** Gives the answer to a status; one that is not among those in use becomes the nearest general one. */
    static ProblemAnswer of(int status) {
        return switch (status) {
            case 401 -> of(ProblemKind.UNAUTHENTICATED, "token-missing", "请求须附带有效的访问令牌。", "A valid token is needed.");
            case 403 -> of(ProblemKind.FORBIDDEN, "not-allowed", "无权办理。", "This is not allowed.");
            case 404 -> of(ProblemKind.NOT_FOUND, "no-such-path", "该地址不存在。", "There is nothing at this address.");
            case 405 ->
                of(ProblemKind.METHOD, "method-unsupported", "该地址不支持此方法。", "This address does not take this method.");
            case 406 ->
                of(
                        ProblemKind.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "答复为 JSON，请求须能接受。",
                        "Answers are JSON; the request must accept that.");
            case 409 -> of(ProblemKind.CONFLICT, "conflict", "与已记录的内容冲突。", "This conflicts with what is recorded.");
            case 413 -> of(ProblemKind.TOO_LARGE, "body-too-large", "请求内容过大。", "The body is too large.");
            case 415 ->
                of(
                        ProblemKind.MEDIA_TYPE,
                        "media-type-unsupported",
                        "请求内容的类型须为接口说明所列者（一般为 application/json）。",
                        "A body must be of the type that the API description names, as a rule application/json.");
            case 503 -> of(ProblemKind.NOT_NOW, "unavailable", "服务暂时不可用，请稍后重试。", "Not available now, try again later.");
            default ->
                (status >= 400 && status < 500) || status == 501 || status == 505
                        ? of(ProblemKind.MALFORMED, "request-malformed", "请求不符合规定的格式。", "The request is malformed.")
                        : of(
                                ProblemKind.FAULT,
                                "fault",
                                "系统内部故障，请将关联号告知管理员。",
                                "The program failed; tell the operator the correlation id.");
        };
    }

    private static ProblemAnswer of(ProblemKind kind, String code, String zh, String en) {
        return ProblemAnswer.of(kind, code, zh, en);
    }
}
