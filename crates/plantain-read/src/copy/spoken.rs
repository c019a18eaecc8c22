//! Quotations that nobody put in quotes: all of their sentences, and who said them.

use super::{emit, evidence, mending, tokens_of};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Origin, Role};

/// Sets the quotation of a quote card whole, with the post of who said it.
pub(super) fn read(reader: &mut Reader<'_>) {
    bare(reader);
    sayer(reader);
    named_between(reader);
    attribution(reader);
    quotation(reader);
}

/// "'Less is more.' Mies van der Rohe quote card": a name between what is quoted and the medium.
fn named_between(reader: &mut Reader<'_>) {
    const WORDS_MAX: usize = 5;
    let Some(genre) = (0..reader.len()).find(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let Some(quote) = (0..genre).rfind(|&at| reader.tokens[at].quote().is_some()) else {
        return;
    };
    let by = reader
        .brief
        .literals
        .iter()
        .any(|l| matches!(l.role, Role::Person | Role::Attribution));
    let from = (quote + 1..genre)
        .find(|&at| !reader.is_sep(at))
        .unwrap_or(genre);
    let named = (1..=WORDS_MAX).contains(&(genre - from))
        && reader.is_capital(from)
        && reader.is_capital(genre - 1)
        && (from..genre).all(|at| {
            reader.tokens[at].is_word()
                && matches!(reader.uses[at], Use::Free | Use::Topic | Use::Carrier)
        });
    if reader.brief.genre == Genre::QuoteCard && named && !by {
        emit(reader, from, genre, Role::Attribution);
    }
}

/// "quote: the obstacle is the way, marcus aurelius, beige": a name in small letters right behind what is said.
fn sayer(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::QuoteCard || !reader.quoted.is_empty() {
        return;
    }
    let known = |l: &crate::Literal| matches!(l.role, Role::Person | Role::Attribution);
    let [said] = &reader.brief.literals[..] else {
        return;
    };
    if known(said) {
        return;
    }
    let Some(at) = (0..reader.len()).find(|&at| reader.tokens[at].span.start >= said.span.end)
    else {
        return;
    };
    if !reader.sep(at, Sep::Comma) {
        return;
    }
    let (from, to) = (at + 1, reader.clause_end(at + 1));
    let lexicon = crate::lexicon::lexicon();
    let name = |i: usize| {
        reader.is_free(i)
            && reader.tokens[i].is_word()
            && lexicon.looks.at(&reader.tokens, i).is_none()
            && lexicon.nouns.at(&reader.tokens, i).is_none()
            && crate::colors::color_at(&reader.tokens, i).is_none()
            && !lexicon.stops.contains_key(reader.key(i))
    };
    if (2..=3).contains(&to.saturating_sub(from))
        && (from..to).all(name)
        && !evidence::steers_by_words(reader, from, to)
    {
        emit(reader, from, to, Role::Attribution);
    }
}

/// "Jane Park, COO at Loopwell": under a quotation the post stands with the name.
fn attribution(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::QuoteCard {
        return;
    }
    let prompt = reader.prompt;
    let said = |l: &crate::Literal| matches!(l.role, Role::Title | Role::Quote);
    let Some(end) = reader
        .brief
        .literals
        .iter()
        .find(|l| said(l))
        .map(|l| l.span.end)
    else {
        return;
    };
    let by = reader.brief.literals.iter().position(|l| {
        let lead = matches!(
            l.role,
            Role::Person | Role::Attribution | Role::Subtitle | Role::Text | Role::Body
        );
        lead && l.span.start >= end && l.text.starts_with(char::is_uppercase)
    });
    let Some(by) = by else { return };
    let name = reader.brief.literals[by].clone();
    let post = reader.brief.literals.iter().position(|l| {
        let gap = prompt.get(name.span.end..l.span.start).unwrap_or("?");
        gap.trim() == "," && l.origin != Origin::Quoted && !said(l)
    });
    if let Some(post) = post {
        let span = name.span.start..reader.brief.literals[post].span.end;
        let own = &mut reader.brief.literals[by];
        own.text = prompt[span.clone()].to_string();
        own.span = span;
        own.role = Role::Attribution;
        mending::remove_literal(reader, post);
    }
}

/// "Be yourself; everyone else is already taken. Oscar Wilde": a quotation goes on to the end of its sentence.
fn quotation(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::QuoteCard || !reader.quoted.is_empty() {
        return;
    }
    let Some(title) = reader
        .brief
        .literals
        .iter()
        .position(|l| matches!(l.role, Role::Title | Role::Quote))
        .or_else(|| {
            // Without a part of its own yet, the first line is what is said.
            let lines = reader.brief.literals.iter().enumerate();
            lines
                .min_by_key(|(_, l)| l.span.start)
                .map(|(index, _)| index)
        })
    else {
        return;
    };
    let Some((first, last)) = tokens_of(reader, title) else {
        return;
    };
    let end = (last..reader.len())
        .find(|&at| {
            reader.sep(at, Sep::Stop) || reader.sep(at, Sep::Mark) || reader.sep(at, Sep::Line)
        })
        .unwrap_or(last);
    let clauses = (last..end).filter(|&at| reader.is_sep(at)).all(|at| {
        reader.sep(at, Sep::Semi) || reader.sep(at, Sep::Comma) || reader.sep(at, Sep::Other)
    });
    let end = further(reader, end);
    if end <= last || !clauses || evidence::steers_by_words(reader, last, end) {
        return;
    }
    mending::drop_objects(reader, first, end);
    let span = reader.span(first, end);
    let stop = reader.tokens[end].span.end;
    reader.mark(first, end + 1, Use::Literal);
    while let Some(inside) = reader
        .brief
        .literals
        .iter()
        .enumerate()
        .position(|(i, l)| i != title && span.start <= l.span.start && l.span.end <= stop)
    {
        mending::remove_literal(reader, inside);
    }
    let own = reader
        .brief
        .literals
        .iter_mut()
        .find(|l| l.span.start == span.start);
    if let Some(own) = own {
        own.text = reader.prompt[span.start..stop].trim().to_string();
        own.span = span.start..stop;
    }
}

/// "… was 20 years ago. The second best time is now.": sentences that follow belong to the quotation, too.
fn further(reader: &Reader<'_>, mut end: usize) -> usize {
    loop {
        let from = end + 1;
        let stop =
            (from..reader.len()).find(|&at| reader.sep(at, Sep::Stop) || reader.sep(at, Sep::Mark));
        let Some(stop) = stop.filter(|_| reader.sep(end, Sep::Stop) || reader.sep(end, Sep::Mark))
        else {
            return end;
        };
        let sentence = reader.is_capital(from)
            && stop - from >= 4
            && (from..stop).filter(|&at| reader.is_lower(at)).count() >= 3
            && (from..stop).all(|at| !reader.is_sep(at) || reader.sep(at, Sep::Comma));
        if !sentence || evidence::steers_by_words(reader, from, stop) {
            return end;
        }
        end = stop;
    }
}

/// "motivational quote discipline beats motivation": without any other text the words behind the medium are the quotation.
fn bare(reader: &mut Reader<'_>) {
    let brief = &reader.brief;
    if brief.genre != Genre::QuoteCard || !brief.literals.is_empty() || !reader.quoted.is_empty() {
        return;
    }
    let Some(genre) = (0..reader.clause_end(0)).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let (from, to) = (genre + 1, reader.clause_end(genre));
    let led = matches!(
        reader.key(from),
        "about" | "for" | "on" | "with" | "by" | "of" | "in" | "from" | "" | "background" | "card"
    );
    let told = to >= from + 3
        && !led
        && (from..to).all(|at| {
            reader.tokens[at].is_word()
                && matches!(
                    reader.uses[at],
                    Use::Free | Use::Topic | Use::Object | Use::Setting | Use::Carrier
                )
        })
        && !evidence::steers_by_words(reader, from, to);
    if told {
        mending::drop_objects(reader, from, to);
        emit(reader, from, to, Role::Title);
    }
}
