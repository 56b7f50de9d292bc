package org.engagementledger.api.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.NotYet;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.api.security.Callers;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Queries;
import org.engagementledger.query.feed.FeedEvent;
import org.engagementledger.query.feed.FirmNews;
import org.engagementledger.query.feed.FirmNews.Outlook;
import org.engagementledger.query.feed.ReadFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/**
 * All events, in one dense order that is the same for everybody and for ever. A defence firm reads
 * those of the engagements that it represents now.
 */
@RestController
@RequestMapping("/api/events")
class FeedController {

    /** Up to where the reader has all that is theirs. */
    private static final String POSITION = "Feed-Position";

    private final Queries queries;
    private final Opener opener;
    private final FeedStreams streams;
    private final Numbering numbering;
    private final FirmNews news;

    FeedController(
            Queries queries,
            Opener opener,
            FeedStreams streams,
            Numbering numbering,
            FirmNews news) {
        this.queries = queries;
        this.opener = opener;
        this.streams = streams;
        this.numbering = numbering;
        this.news = news;
    }

    /**
     * A page of the feed. {@code Link} leads to the next if this one is full. {@code Feed-Position}
     * says up to where the reader now has all that is theirs, also if there was nothing: whoever
     * has come to a page without {@code Link} goes on later with that as {@code after}, or follows
     * the stream from there, and reads nothing twice. A defence firm reads the events of the
     * engagements that it represents now, each at its position in the whole feed: between them are
     * others'. A case that it takes over comes with its {@code RepresentationTransferred}; what
     * happened before stands before it in the feed, often where the firm has read already, and is
     * read in the case's history. A case that it loses is gone, with all its events.
     *
     * @param after the position up to which the reader has all; 0 to begin
     * @param limit how many at most
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<FeedEvent>> readEvents(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        ReadFeed page =
                new ReadFeed(caller.actor(), position(after, inquiry), Pages.limit(limit, inquiry));
        ReadFeed.Page read = opened(queries.ask(inquiry.complete(page)));
        if (read.upTo() < 0) {
            throw new NotYet("What firms' events are read from is being made again.");
        }
        return Pages.leadingTo("after", read.events().size() == limit ? read.upTo() : null)
                .header(POSITION, Long.toString(read.upTo()))
                .body(read.events());
    }

    /**
     * The feed as server-sent events, for as long as the reader listens: what comes after the event
     * that it had last, or from now on. An event's id is its position, so that a reader that was
     * cut off goes on where it stopped; while there is nothing of theirs, an id without an event
     * says every few seconds how far that is so. A defence firm follows the same events as in
     * pages. A stream ends with the token that it was opened with.
     *
     * @param after the position up to which the reader has all
     * @param last the same, as a browser says it when it comes back
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter followEvents(
            @RequestParam @Nullable Long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
            Inquiry inquiry,
            Caller caller,
            HttpServletRequest request) {
        Actor reader = caller.actor();
        Long from = last == null ? after : last;
        Long position = inquiry.complete(from == null ? null : position(from, inquiry));
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            // Nothing is ever said to them, so nobody would notice that they have gone.
            SseEmitter nothing = new SseEmitter();
            nothing.complete();
            return nothing;
        }
        // That somebody begins to listen is on record, whatever there will be to hear.
        queries.ask(new ReadFeed(reader, 0, 0));
        return streams.open(reader.id(), position, Callers.knownFor(request), new OfReader(reader));
    }

    /** Waits for what is the reader's, and reads it. */
    private final class OfReader implements FeedStreams.Source {

        private final Actor reader;

        OfReader(Actor reader) {
            this.reader = reader;
        }

        @Override
        public Outlook await(long after, Duration patience) throws InterruptedException {
            return ReadFeed.isWholeFor(reader.role())
                    ? new Outlook(numbering.awaitAfter(after, patience), after)
                    : news.awaitAfter(CaseReaders.ownFirm(reader), after, patience);
        }

        @Override
        public ReadFeed.Page next(long after, int limit) {
            return opened(queries.askOn(new ReadFeed(reader, after, limit)));
        }
    }

    private static long position(long asked, Inquiry inquiry) {
        if (asked < 0) {
            inquiry.refuse("after", "POSITION_MALFORMED", "A position is 0 or a positive number.");
        }
        return asked;
    }

    private ReadFeed.Page opened(ReadFeed.Page sealed) {
        List<JsonNode> facts =
                opener.openAll(
                        sealed.events().stream()
                                .map(FeedEvent::facts)
                                .filter(Objects::nonNull)
                                .toList());
        if (facts.isEmpty()) {
            return sealed;
        }
        List<FeedEvent> opened = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            opened.add(sealed.events().get(i).with(facts.get(i)));
        }
        return new ReadFeed.Page(opened, sealed.upTo());
    }
}
