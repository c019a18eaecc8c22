//! Reads boards that are told lane by lane: "kanban todo: buy paint, call plumber / doing: sand the door / done: order tiles".

mod flow;
mod named;

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// Words of a lane's name, at most.
const NAME_WORDS_MAX: usize = 3;

/// Puts lanes and cards in order where at least two lanes are told with their cards behind a colon.
pub(crate) fn settle(brief: &mut Brief) {
    flow::settle(brief);
    named::settle(brief);
    let lower = lowered(&brief.prompt);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let counted = counted(&brief.prompt, &lower, start);
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted) && counted.len() < 2;
    if brief.genre != Genre::Kanban || quoted || !brief.records.is_empty() {
        return;
    }
    let told: Vec<(Span, Vec<Span>)> = segments(&lower, start)
        .into_iter()
        .filter_map(|segment| lane(&brief.prompt, &lower, segment))
        .collect();
    let told = if counted.len() >= 2 { counted } else { told };
    let told = if told.len() < 2 {
        bracketed(&brief.prompt, &lower, start)
    } else {
        told
    };
    let told = if told.len() < 2 {
        placed(brief, &lower, start)
    } else {
        told
    };
    let told = if told.len() < 2 {
        grouped(brief, &lower, start)
    } else {
        told
    };
    if told.len() < 2 {
        return;
    }
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let first = told[0].0.start;
    for literal in &brief.literals {
        let lane = |span: &Span| span.start < literal.span.end && literal.span.start < span.end;
        let within = told
            .iter()
            .any(|(name, cards)| lane(name) || cards.iter().any(lane));
        // "… title Our wedding": what a word for titles introduces may stand behind the lanes.
        let said = literal.origin == Origin::Introduced && !within;
        let framed = matches!(literal.role, Role::Title | Role::Brand)
            && (literal.span.end <= first || said);
        if framed {
            desk.literals.push(literal.clone());
        }
    }
    for (name, cards) in told {
        add(&mut desk, name, Role::Column);
        for card in cards {
            add(&mut desk, card, Role::Item);
        }
    }
    brief.literals = desk.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief.objects.clear();
    brief.relations.clear();
}

/// "Florist and Band in Ideas; Venue, Caterer in Booked": cards before the name of their lane, which is told elsewhere.
fn placed(brief: &Brief, lower: &str, start: usize) -> Vec<(Span, Vec<Span>)> {
    const JOINTS: &[&str] = &[" in ", " under ", " to ", " en ", " dans ", " sous "];
    let columns: Vec<Span> = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Column)
        .map(|l| l.span.clone())
        .collect();
    let mut lanes: Vec<(Span, Vec<Span>)> = columns
        .iter()
        .map(|span| (span.clone(), Vec::new()))
        .collect();
    let mut waiting: Vec<Span> = Vec::new();
    let mut last = start;
    for clause in clauses(&brief.prompt, start) {
        if lower[last..clause.start].contains(['.', ';', '\n']) {
            waiting.clear();
        }
        last = clause.end;
        let mut card = clause;
        // "1 card in each: Dark theme in Backlog": how many there are is no card.
        if let Some(colon) = lower[card.clone()].find(": ")
            && lower[card.start..card.start + colon].contains("each")
        {
            card.start += colon + 2;
        }
        for lead in [
            "e.g ",
            "e.g. ",
            "eg ",
            "for example ",
            "like ",
            "with ",
            "put ",
            "and ",
            "cards ",
            "cards: ",
            "card ",
            "deals ",
            "deals: ",
            "tasks ",
            "tasks: ",
            "tickets ",
        ] {
            if lower[card.clone()].starts_with(lead) {
                card.start += lead.len();
            }
        }
        let text = &lower[card.clone()];
        let lane = lanes.iter().position(|(name, _)| {
            let name = &lower[name.clone()];
            JOINTS
                .iter()
                .any(|joint| text.ends_with(&format!("{joint}{name}")))
        });
        let Some(at) = lane else {
            let is_lane = columns.iter().any(|name| lower[name.clone()] == *text);
            let told = text.split_whitespace().count() <= 6 && !is_lane;
            if told && brief.prompt[card.clone()].starts_with(char::is_uppercase) {
                waiting.push(card);
            } else {
                waiting.clear();
            }
            continue;
        };
        let name = lower[lanes[at].0.clone()].len();
        let end = lower[card.start..card.end - name].trim_end().rfind(' ');
        let end = end.map_or(card.end, |end| card.start + end);
        let mut cards = std::mem::take(&mut waiting);
        let mut from = card.start;
        for (joint, _) in lower[card.start..end].match_indices(" and ") {
            cards.extend(trimmed(&brief.prompt, from..card.start + joint));
            from = card.start + joint + " and ".len();
        }
        cards.extend(trimmed(&brief.prompt, from..end));
        lanes[at].1.append(&mut cards);
    }
    if lanes.iter().all(|(_, cards)| cards.is_empty()) {
        lanes.clear();
    }
    lanes
}

/// "columns Ideas, Doing: Dark mode, Export | Search, Onboarding": behind the lanes a group of cards for each.
fn grouped(brief: &Brief, lower: &str, start: usize) -> Vec<(Span, Vec<Span>)> {
    let Some(colon) = lower[start..].rfind(": ").map(|at| start + at) else {
        return Vec::new();
    };
    let columns = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Column && l.span.end <= colon)
        .map(|l| l.span.clone());
    let mut columns: Vec<Span> = columns.collect();
    if columns.is_empty() {
        let short =
            |span: &Span| brief.prompt[span.clone()].split_whitespace().count() <= NAME_WORDS_MAX;
        columns = clauses(&brief.prompt[..colon], start);
        columns.retain(short);
    }
    let mut groups = Vec::new();
    let mut from = colon + 2;
    for mark in [" | ", " / ", "; "] {
        let parts = brief.prompt[colon + 2..].split(mark);
        if parts.clone().count() == columns.len() {
            for part in parts {
                groups.push(clauses(&brief.prompt[..from + part.len()], from));
                from += part.len() + mark.len();
            }
            break;
        }
    }
    let told = columns.len() >= 2
        && groups.len() == columns.len()
        && groups.iter().all(|cards| !cards.is_empty());
    if told {
        columns.into_iter().zip(groups).collect()
    } else {
        Vec::new()
    }
}

/// "Ideas (flower arch, photo booth), Done (rings)": cards in brackets behind the name of their lane.
fn bracketed(prompt: &str, lower: &str, start: usize) -> Vec<(Span, Vec<Span>)> {
    let lane = |clause: Span| {
        let text = &lower[clause.clone()];
        let open = text.find(" (").filter(|_| text.ends_with(')'))?;
        let from = text[..open].rfind(": ").map_or(0, |at| at + 2);
        let mut name = trimmed(prompt, clause.start + from..clause.start + open)?;
        for word in ["with ", "and ", "columns ", "lanes "] {
            if lower[name.clone()].starts_with(word) {
                name.start += word.len();
            }
        }
        let short = lower[name.clone()].split_whitespace().count() <= NAME_WORDS_MAX;
        let counts = text[open + 2..].starts_with(|c: char| c.is_ascii_digit());
        let cards = clauses(&prompt[..clause.end - 1], clause.start + open + 2);
        (short && !counts && !cards.is_empty()).then_some((name, cards))
    };
    clauses(prompt, start)
        .into_iter()
        .filter_map(lane)
        .collect()
}

/// Stretches between slashes, bars, semicolons, line breaks and full stops.
fn segments(lower: &str, start: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut from = start;
    let mut at = start;
    // "Doing: Paint / Varnish" on a line of its own: slashes part the cards.
    let lines = lower[start..].lines().filter(|line| line.contains(": "));
    let marks: &[&str] = if lines.count() >= 2 {
        &["\n"]
    } else {
        &[" / ", " | ", " || ", "; ", ";", "\n", ". "]
    };
    while at < lower.len() {
        let rest = &lower[at..];
        let cut = marks.iter().find(|mark| rest.starts_with(**mark));
        match cut {
            Some(mark) => {
                out.push(from..at);
                at += mark.len();
                from = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    out.push(from..lower.len());
    out
}

/// "Backlog (3): Rate limit / Flaky test. Doing (2): Map – KT, 5 pts; Export": lanes with how many cards they hold in brackets.
fn counted(prompt: &str, lower: &str, start: usize) -> Vec<(Span, Vec<Span>)> {
    let heads: Vec<(Span, usize)> = lower[start..]
        .match_indices("):")
        .filter_map(|(at, _)| {
            let close = start + at;
            let open = lower[..close].rfind('(')?;
            let digits = !lower[open + 1..close].is_empty()
                && lower[open + 1..close].bytes().all(|b| b.is_ascii_digit());
            let from = lower[..open]
                .rfind(['.', ';', ',', ':', '\n'])
                .map_or(start, |mark| mark + 1);
            let name = trimmed(prompt, from.max(start)..open)?;
            let short = prompt[name.clone()].split_whitespace().count() <= NAME_WORDS_MAX;
            (digits && short).then_some((name, close + 2))
        })
        .collect();
    let ends = heads.iter().skip(1).map(|(name, _)| name.start);
    let ends: Vec<usize> = ends
        .chain([sentence(lower, heads.last().map_or(0, |h| h.1))])
        .collect();
    heads
        .into_iter()
        .zip(ends)
        .map(|((name, from), end)| (name, cards_of(prompt, lower, from..end)))
        .collect()
}

/// Where the sentence that begins at `from` ends.
fn sentence(lower: &str, from: usize) -> usize {
    lower[from..].find(". ").map_or(lower.len(), |at| from + at)
}

/// The cards of one lane: between semicolons or slashes, else between commas; what is quoted in one stands alone on it.
fn cards_of(prompt: &str, lower: &str, within: Span) -> Vec<Span> {
    let text = &lower[within.clone()];
    let mark = ["; ", " / "].iter().find(|mark| text.contains(**mark));
    let pieces: Vec<Span> = match mark {
        Some(mark) => {
            let mut from = within.start;
            let parts = text.split(*mark).map(|part| {
                let span = from..from + part.len();
                from = span.end + mark.len();
                span
            });
            parts.collect()
        }
        None => clauses(&prompt[..within.end], within.start),
    };
    let quotes = crate::quotes::find(prompt, &[]);
    pieces
        .into_iter()
        .filter_map(|piece| {
            let inside = quotes
                .iter()
                .find(|quoted| piece.start <= quoted.outer.start && quoted.inner.end <= piece.end);
            match inside {
                Some(quoted) => Some(quoted.inner.clone()),
                None => trimmed(prompt, piece),
            }
        })
        .filter(|card| !card.is_empty())
        .collect()
}

/// "doing: sand the door, paint": the name and the cards behind its colon; an empty lane has none.
fn lane(prompt: &str, lower: &str, segment: Span) -> Option<(Span, Vec<Span>)> {
    let mut segment = segment;
    let mut colon = segment.start + lower[segment.clone()].find(':')?;
    // "kanban for a wedding: Ideas: flower arch"
    let second = lower[colon + 1..segment.end]
        .find(": ")
        .map(|at| colon + 1 + at);
    if let Some(second) = second
        && !lower[colon + 1..second].contains(',')
    {
        segment.start = colon + 1;
        colon = second;
    }
    let mut name = trimmed(prompt, segment.start..colon)?;
    // "with lanes todo: …", "- doing: …"
    for word in [
        "with ", "and ", "columns ", "lanes ", "board ", "- ", "• ", "* ",
    ] {
        if lower[name.clone()].starts_with(word) {
            name.start += word.len();
        }
    }
    let short = (1..=NAME_WORDS_MAX).contains(&lower[name.clone()].split_whitespace().count());
    let told_of = ["for ", "of ", "about ", "my ", "our "]
        .iter()
        .any(|word| lower[name.clone()].starts_with(word));
    let parts = [
        "tickets", "tasks", "issues", "stories", "title", "board", "kanban",
    ];
    let named = !told_of
        && !parts.contains(&&lower[name.clone()])
        && !lower[name.clone()].contains("column")
        && !lower[name.clone()].contains("card");
    let cards = clauses(&prompt[..segment.end], colon + 1)
        .into_iter()
        .flat_map(|clause| slashed(lower, clause))
        .filter(|card| !matches!(&lower[card.clone()], "nothing" | "empty" | "none" | "-"))
        .map(|card| match lower[card.clone()].strip_prefix("and ") {
            Some(rest) => card.end - rest.len()..card.end,
            None => card,
        })
        .collect();
    (short && named).then_some((name, cards))
}

/// "Hire barista / Order flour": cards between slashes.
fn slashed(lower: &str, clause: Span) -> Vec<Span> {
    const MARK: &str = " / ";
    let mut from = clause.start;
    let parts = lower[clause].split(MARK).map(|part| {
        let span = from..from + part.len();
        from = span.end + MARK.len();
        span
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn lanes_keep_their_cards() {
        for (prompt, want) in [
            (
                "kanban board, columns Ideas, Doing, Shipped, with 2 cards each: Dark mode, Export CSV | Search, Onboarding | Login, Docs",
                "#Ideas|Dark mode|Export CSV|#Doing|Search|Onboarding|#Shipped|Login|Docs",
            ),
            (
                "kanban: To do, Doing, Done: wash car, buy milk / read / cook",
                "#To do|wash car|buy milk|#Doing|read|#Done|cook",
            ),
            (
                "kanban todo: buy paint, call plumber / doing: sand the door / done: order tiles",
                "#todo|buy paint|call plumber|#doing|sand the door|#done|order tiles",
            ),
            (
                "Kanban\nNot started: Hire barista / Order flour\nDone: Sign the lease / Pick a name\nuse warm colors",
                "#Not started|Hire barista|Order flour|#Done|Sign the lease|Pick a name",
            ),
            (
                "trello style board, two lists: Backlog, Shipped. 1 card in each: Dark theme in Backlog, Search bar in Shipped",
                "#Backlog|Dark theme|#Shipped|Search bar",
            ),
            (
                "Tablero kanban con columnas \"Pendiente\" y \"Hecho\". Tarjetas: \"Libros\", \"Llaves\" (esta última en Hecho)",
                "#Pendiente|Libros|#Hecho|Llaves",
            ),
            (
                "kanban board\nBacklog: write tests, fix login\nDone: ship it",
                "#Backlog|write tests|fix login|#Done|ship it",
            ),
            (
                "kanban board for a fair, columns Ideas, Booked, Paid with 2-3 cards each. e.g. Florist, Band and Choir in Ideas; Venue and Caterer in Booked; Dress in Paid",
                "#Ideas|Florist|Band|Choir|#Booked|Venue|Caterer|#Paid|Dress",
            ),
            (
                "kanban for a bakery: Ideas (Rye starter workshop), This week (Order flour, Fix oven door), Done (Lease signed)",
                "#Ideas|Rye starter workshop|#This week|Order flour|Fix oven door|#Done|Lease signed",
            ),
            (
                "kanban: To do has \"Write copy\" and \"Pick fonts\", Doing has \"Homepage\", Done has \"Logo\"",
                "#To do|Write copy|Pick fonts|#Doing|Homepage|#Done|Logo",
            ),
            (
                "crm pipeline board lanes Lead Contacted Proposal Won, cards Acme $12k in Lead, Beta Corp $8k in Proposal",
                "#Lead|Acme $12k|#Contacted|#Proposal|Beta Corp $8k|#Won",
            ),
            (
                "CRM pipeline board with stages Lead, Contacted, Won. deals: Acme $12k in Lead, Birch & Co $4k in Contacted",
                "#Lead|Acme $12k|#Contacted|Birch & Co $4k|#Won",
            ),
            (
                "recruiting board columns Applied Interview Offer with candidates \"Ana Ruiz\" in Interview and \"Tom Lee\" in Offer",
                "#Applied|#Interview|Ana Ruiz|#Offer|Tom Lee",
            ),
            (
                "kanban with lanes Todo, Doing, Done. Todo: \"Buy paint\", \"Call plumber\". Doing: \"Sand door\"",
                "#Todo|Buy paint|Call plumber|#Doing|Sand door|#Done",
            ),
            (
                "kanban with 4 columns backlog / doing / review / done, tasks: fix header in doing, add tests in review, deploy in done",
                "#backlog|#doing|fix header|#review|add tests|#done|deploy",
            ),
            (
                "trello board lists \"Backlog\", \"Doing\" and \"Done\" with cards \"Login page\", \"Icons\"",
                "#Backlog|#Doing|#Done|Login page|Icons",
            ),
            (
                "kanban board To do, Doing, Done with cards Fix bug, Write docs, Ship",
                "#To do|#Doing|#Done|Fix bug|Write docs|Ship",
            ),
            (
                "kanban: Ideas, Drafting, Published with cards 'SEO post', 'Podcast ep 4'",
                "#Ideas|#Drafting|#Published|SEO post|Podcast ep 4",
            ),
            (
                "kanban for a wedding: Ideas: flower arch, photo booth | Done: rings",
                "#Ideas|flower arch|photo booth|#Done|rings",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<String> = brief
                .literals
                .iter()
                .map(|l| {
                    format!(
                        "{}{}",
                        if l.role == Role::Column { "#" } else { "" },
                        l.text
                    )
                })
                .collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
