package org.engagementledger.api.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What no client sends, but others may. */
final class Oddities {

    static final List<String> METHODS =
            List.of(
                    "GET",
                    "HEAD",
                    "OPTIONS",
                    "PUT",
                    "POST",
                    "PATCH",
                    "DELETE",
                    "TRACE",
                    "PROPFIND",
                    "get",
                    "HZX",
                    "CONNECT");

    static final List<String> ADDRESSES =
            List.of(
                    "/",
                    "/api",
                    "/api/",
                    "/api/hzx",
                    "/api/engagements/",
                    "/api//engagements",
                    "/api/engagements/../projections",
                    "/api/%2e%2e/actuator/env",
                    "/api/engagements%2f..%2fprojections",
                    "/api/engagements;hzx=1",
                    "/API/ENGAGEMENTS",
                    "/api/engagements.json",
                    "/api/%",
                    "/api/%zz",
                    "/api/%c0%ae",
                    "/api/\u00ff\u00fe",
                    "/api/hzx\\..\\x",
                    "/api/{id}",
                    "/actuator",
                    "/actuator/env",
                    "/actuator/heapdump",
                    "/actuator/loggers",
                    "/error",
                    "/error?hzx",
                    "/favicon.ico",
                    "/index.html",
                    "/api/engagements?" + "hzx=1&".repeat(2_000),
                    "/api/" + "hzx".repeat(3_000),
                    "http://hzx.example/api/engagements",
                    "*",
                    "hzx",
                    "//hzx.example/api");

    /** What is put after the question mark, or after what is there. */
    static final List<String> QUERIES =
            List.of(
                    "hzx=1",
                    "hzx",
                    "=hzx",
                    "&&&",
                    "limit=hzx",
                    "limit=10&limit=20",
                    "limit=",
                    "at=hzx",
                    "at=hzx@-1",
                    "at=%00@1",
                    "dryRun=hzx",
                    "dryRun=TRUE",
                    "court=%FF",
                    "court=%C3%28",
                    "court=%ED%A0%80",
                    "court=%",
                    "court=%00",
                    "urn=%F0%9F%92%A9hzx",
                    "after=aHp4IDEgMQ",
                    "after=TkVXRVNUIDkyMjMzNzIwMzY4NTQ3NzU4MDcgaHp4",
                    "hearingFrom=%2B999999999-12-31",
                    "week=9999-W53",
                    "from=9223372036854775807",
                    "class.module.classLoader=hzx",
                    "_method=DELETE",
                    "court=hzx|{}^`\"<>");

    static final Map<String, List<String>> HEADERS =
            Map.ofEntries(
                    Map.entry(
                            "Accept",
                            List.of(
                                    "*/*",
                                    "text/html",
                                    "application/xml;q=0.9",
                                    "application/*",
                                    "application/problem+json",
                                    "hzx",
                                    "a/b;q=hzx",
                                    "",
                                    "application/json;q=0",
                                    "text/event-stream",
                                    "application/json;charset=hzx",
                                    "*/*, ".repeat(300))),
                    Map.entry(
                            "Content-Type",
                            List.of(
                                    "text/plain",
                                    "application/xml",
                                    "hzx",
                                    "",
                                    "*/*",
                                    "application/json; charset=utf-16",
                                    "application/json; charset=hzx",
                                    "multipart/form-data",
                                    "application/x-www-form-urlencoded",
                                    "application/json;;=hzx",
                                    "application/merge-patch+json",
                                    "application/hzx+json")),
                    Map.entry(
                            "If-Match",
                            List.of(
                                    "hzx",
                                    "\"hzx\"",
                                    "W/\"1\"",
                                    "\"0\", \"1\",",
                                    "\"",
                                    "",
                                    "\"99999999999999999999\"",
                                    "*, \"1\"",
                                    "\"1\",".repeat(900))),
                    Map.entry(
                            "If-None-Match", List.of("hzx", "*", "\"hzx\"", "\"", "W/\"0\", hzx")),
                    Map.entry(
                            "Idempotency-Key",
                            List.of("", "hzx\u00e9", "hzx\u0001", "hzx".repeat(100), "hzx\thzx")),
                    Map.entry(
                            "Prefer",
                            List.of("hzx", "wait=", "wait=-1", "wait=0;hzx", "wait=99999")),
                    Map.entry(
                            "Last-Event-ID",
                            List.of("hzx", "-1", "9223372036854775808", "", "1.5")),
                    Map.entry(
                            "Cookie",
                            List.of(
                                    "hzx",
                                    "JSESSIONID=hzx",
                                    "a=\"hzx",
                                    "=;;\u0001hzx",
                                    "$Version=hzx")),
                    Map.entry("Host", List.of("hzx.example", "hzx:99999", "", "a b", "[::hzx]")),
                    Map.entry("X-Forwarded-Host", List.of("hzx.example", "hzx\"><")),
                    Map.entry("X-Forwarded-For", List.of("127.0.0.1", "hzx")),
                    Map.entry("X-Forwarded-Prefix", List.of("/hzx", "//hzx.example")),
                    Map.entry("X-Original-URL", List.of("/actuator/env")),
                    Map.entry("X-HTTP-Method-Override", List.of("DELETE", "hzx")),
                    Map.entry("Content-Encoding", List.of("gzip", "hzx")),
                    Map.entry(
                            "Content-Length", List.of("-1", "hzx", "0, 5", "99999999999999999999")),
                    Map.entry("Expect", List.of("100-continue", "hzx")),
                    Map.entry("Range", List.of("bytes=0-1", "bytes=hzx")),
                    Map.entry("Upgrade", List.of("h2c", "websocket", "hzx")),
                    Map.entry("Origin", List.of("https://hzx.example", "null")),
                    Map.entry("Accept-Language", List.of("hzx", "x-".repeat(200), "\u0000")),
                    Map.entry("Accept-Encoding", List.of("gzip", "hzx;q=2")),
                    Map.entry("X-Hzx", List.of("hzx".repeat(4_000), "\u0000hzx", "\r\n hzx")),
                    Map.entry("X-Hzx : hzx", List.of("hzx")));

    static final List<byte[]> NO_TEXT =
            List.of(
                    new byte[] {(byte) 0xc0, (byte) 0x80},
                    new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                    new byte[] {(byte) 0xff},
                    new byte[] {0},
                    new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
                    "NaN".getBytes(StandardCharsets.US_ASCII),
                    "/*hzx*/".getBytes(StandardCharsets.US_ASCII),
                    ",".getBytes(StandardCharsets.US_ASCII),
                    "\"hzx\":1,".getBytes(StandardCharsets.US_ASCII),
                    "\"visibility\":\"SHARED\",".getBytes(StandardCharsets.US_ASCII));

    static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.ISO_8859_1,
                    Charset.forName("UTF-32"));

    private Oddities() {}
}
