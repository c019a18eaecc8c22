//! Copy of printed pieces: what a printer would set although nobody put it in quotes.
//!
//! The scanner finds names, values and quoted strings. People write the rest of a poster in lower case between commas
//! ("friday 3pm in the gym, all proceeds go to the library"). Here whole segments are judged: those that speak to the
//! reader of the piece are text, those that speak to the designer stay description.

mod abroad;
mod calls;
mod courses;
mod events;
mod evidence;
mod goods;
pub(crate) mod greetings;
mod headline;
mod mending;
mod notice;
mod parts;
mod slogan;
mod spoken;
mod whole;

use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Literal, Origin, Role};

/// Longest segment that is taken as one line, in tokens.
const LINE_TOKENS_MAX: usize = 18;

/// Takes copy that is told in one of the ways of a notice, before things and settings are read.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    if notice::listed::claim(reader) {
        return;
    }
    greetings::claim(reader);
    notice::claim(reader);
    events::claim(reader);
    slogan::claim(reader);
    calls::claim(reader);
}

/// Joins and parts what the scanner cut wrongly, before things and settings are read.
pub(crate) fn mend(reader: &mut Reader<'_>) {
    let lettered = matches!(
        reader.brief.genre,
        Genre::Sticker | Genre::PrintMotif | Genre::QuoteCard
    );
    if is_printed(reader.brief.genre) || lettered {
        mending::cut_lower_tails(reader);
        mending::join_capitals(reader);
        mending::part_dates(reader);
        mending::join_numbers(reader);
        mending::free_scenery(reader);
        mending::name_is_title(reader);
        mending::drop_told_again(reader);
        mending::drop_styles(reader);
        mending::part_letters(reader);
        mending::part_founding(reader);
    }
    courses::read(reader);
    said_before(reader);
    said_after_colon(reader);
    sign_words(reader);
    price_of_tag(reader);
    whole_prices(reader);
}

/// "rye loaf 5.50, cinnamon knots 3": beside amounts on a list, a whole number behind a name is its price, too.
fn whole_prices(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let listing = matches!(brief.genre, Genre::Menu | Genre::Chalkboard);
    if !listing || brief.pairs.len() < 2 {
        return;
    }
    for at in 0..brief.literals.len() {
        let literal = brief.literals[at].clone();
        let paired = brief
            .pairs
            .iter()
            .any(|pair| pair.value == at || pair.label == Some(at));
        let Some((name, amount)) = literal.text.rsplit_once(' ') else {
            continue;
        };
        let plain = (1..=3).contains(&amount.len())
            && amount.bytes().all(|b| b.is_ascii_digit())
            && name.chars().all(|c| c.is_alphabetic() || c == ' ');
        if paired || !plain || literal.origin == Origin::Quoted || literal.role == Role::Title {
            continue;
        }
        let value = brief.literals.len();
        let start = literal.span.end - amount.len();
        brief.literals.push(Literal {
            text: amount.to_string(),
            span: start..literal.span.end,
            role: Role::Price,
            ..literal.clone()
        });
        brief.literals[at].text = name.to_string();
        brief.literals[at].span = literal.span.start..literal.span.start + name.len();
        brief.pairs.push(crate::Pair {
            label: Some(at),
            label_text: name.to_string(),
            value,
        });
    }
}

/// "price tag: bananas, $0.79 per lb, 2 for $1.50": the first amount is what the goods cost, with the words behind it.
fn price_of_tag(reader: &mut Reader<'_>) {
    let priced = |l: &Literal| l.role == Role::Price;
    if reader.brief.genre != Genre::PriceTag || reader.brief.literals.iter().any(priced) {
        return;
    }
    let amount = |l: &&mut Literal| {
        let word = l.text.split(' ').next().unwrap_or_default();
        l.origin != Origin::Quoted
            && crate::pairs::value_kind(word) == Some(crate::forms::FormKind::Price)
    };
    if let Some(literal) = reader.brief.literals.iter_mut().find(amount) {
        literal.role = Role::Price;
    }
}

/// "furniture, toys, tools": on a piece with a day or a price, bare things in one breath are told to its readers as well as
/// shown.
fn series(reader: &mut Reader<'_>) {
    use crate::forms::FormKind;
    let event = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::Sale | Genre::SocialCard | Genre::Story | Genre::Banner
    ) && reader.quoted.is_empty()
        && (0..reader.len()).any(|at| {
            matches!(
                reader.form(at),
                Some(FormKind::Date | FormKind::Time | FormKind::Price | FormKind::Range)
            )
        });
    if !event {
        return;
    }
    let bare = |reader: &Reader<'_>, from: usize, to: usize| {
        to > from
            && to - from <= 3
            && (from..to).all(|at| {
                matches!(reader.uses[at], Use::Free | Use::Object)
                    && reader.tokens[at].is_word()
                    && !matches!(
                        reader.key(at),
                        "a" | "an" | "the" | "with" | "and" | "in" | "on"
                    )
            })
            && !evidence::steers(reader, from, to)
    };
    let mut run: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at <= reader.len() {
        let end = if at < reader.len() {
            reader.clause_end(at).max(at)
        } else {
            at
        };
        if at < reader.len() && bare(reader, at, end) {
            run.push((at, end));
            if !reader.sep(end, Sep::Comma) {
                flush(reader, &mut run);
            }
        } else {
            flush(reader, &mut run);
        }
        at = end + 1;
    }
    flush(reader, &mut run);
}

/// "honey label: Golden Hive, raw wildflower honey, 500 g": between the texts of a label what it holds is told as well as shown.
fn descriptors(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Label || !reader.quoted.is_empty() {
        return;
    }
    let Some(first) = reader.brief.literals.iter().map(|l| l.span.end).min() else {
        return;
    };
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let behind = end > at && reader.tokens[at].span.start >= first;
        let words = (2..=5).contains(&(end - at));
        let plain = (at..end).all(|i| {
            reader.tokens[i].is_word()
                && matches!(
                    reader.uses[i],
                    Use::Free | Use::Object | Use::Topic | Use::Look
                )
        });
        let things =
            (at..end).any(|i| matches!(reader.uses[i], Use::Object | Use::Topic | Use::Free));
        let article = matches!(
            reader.key(at),
            "a" | "an" | "the" | "with" | "some" | "two" | "three"
        );
        let directs = (at..end).any(|i| {
            matches!(
                reader.key(i),
                "style"
                    | "background"
                    | "look"
                    | "font"
                    | "drawing"
                    | "illustration"
                    | "colors"
                    | "colours"
                    | "design"
                    | "border"
                    | "label"
                    | "icon"
                    | "picture"
                    | "paper"
                    | "theme"
                    | "lettering"
            ) || crate::colors::color_at(&reader.tokens, i).is_some() && end - at == 2
        });
        if behind && words && plain && things && !article && !directs {
            emit(reader, at, end, Role::Subtitle);
        }
        at = end + 1;
    }
}

/// Takes three bare things or more as lines; fewer stay pictures.
fn flush(reader: &mut Reader<'_>, run: &mut Vec<(usize, usize)>) {
    if run.len() >= 3 {
        for &(from, to) in run.iter() {
            emit(reader, from, to, Role::Text);
        }
    }
    run.clear();
}

/// "no more plastic - protest poster with a turtle": what opens the prompt and is parted from the medium is the text.
fn said_before(reader: &mut Reader<'_>) {
    let genre = reader.brief.genre;
    let one_text = matches!(
        genre,
        Genre::Poster
            | Genre::Sign
            | Genre::QuoteCard
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Chalkboard
    );
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|l| l.role == Role::Title || l.origin == Origin::Quoted);
    if !one_text || titled || !reader.quoted.is_empty() {
        return;
    }
    let end = reader.clause_end(0);
    let parted =
        reader.sep(end, Sep::Dash) || reader.sep(end, Sep::Comma) || reader.sep(end, Sep::Line);
    let medium = (0..end).any(|at| reader.uses[at] == Use::Genre)
        || !(end..reader.len()).any(|at| reader.uses[at] == Use::Genre);
    let words = (0..end).filter(|&at| reader.tokens[at].is_word()).count();
    let instructs = matches!(
        reader.key(0),
        "i" | "we"
            | "make"
            | "create"
            | "design"
            | "draw"
            | "generate"
            | "hi"
            | "hello"
            | "hey"
            | "can"
            | "could"
            | "need"
            | "a"
            | "an"
            | "for"
            | "my"
            | "show"
            | "give"
    );
    let found = literals_in(reader, 0, end);
    if !parted || medium || instructs || words < 3 || !found.is_empty() || end > LINE_TOKENS_MAX {
        return;
    }
    let text = reader.text(0, end).to_lowercase();
    reader.brief.constraints.retain(|c| match c {
        crate::Constraint::Without(word) => !text.contains(word.as_str()),
        _ => true,
    });
    emit(reader, 0, end, Role::Title);
}

/// "quote in handwritten letters: stay curious": without any other text, what follows the colon is the text.
fn said_after_colon(reader: &mut Reader<'_>) {
    let genre = reader.brief.genre;
    let one_text = matches!(
        genre,
        Genre::QuoteCard
            | Genre::Sign
            | Genre::Chalkboard
            | Genre::Poster
            | Genre::PrintMotif
            | Genre::SocialCard
    );
    if !one_text || !reader.brief.literals.is_empty() || !reader.quoted.is_empty() {
        return;
    }
    let Some(colon) = (0..reader.len()).find(|&at| reader.sep(at, Sep::Colon)) else {
        return;
    };
    let behind_genre = (0..colon).any(|at| reader.uses[at] == Use::Genre);
    let start = colon + 1;
    let end = match genre {
        Genre::Poster | Genre::SocialCard => reader.clause_end(start),
        _ => (start..reader.len())
            .find(|&at| {
                reader.sep(at, Sep::Line) || reader.sep(at, Sep::Stop) && at + 1 < reader.len()
            })
            .unwrap_or(reader.len()),
    };
    let listed = (start..end).any(|at| reader.sep(at, Sep::Comma))
        && !matches!(genre, Genre::QuoteCard | Genre::Sign);
    let words = (start..end).filter(|&at| reader.is_free(at)).count();
    // A sign may say please.
    let steered = match genre {
        Genre::Sign | Genre::QuoteCard => (start..end).any(|at| {
            matches!(reader.uses[at], Use::Canvas | Use::Look) || reader.key(at) == "with"
        }),
        _ => evidence::steers(reader, start, end),
    };
    let said = behind_genre && words > 0 && !listed && !steered;
    let drawn = (start..end)
        .all(|at| lexicon().nouns.at(&reader.tokens, at).is_some() || reader.is_sep(at));
    if said && !(drawn && matches!(genre, Genre::PrintMotif | Genre::Poster | Genre::SocialCard)) {
        let mut last = end;
        while last > start && reader.is_sep(last - 1) {
            last -= 1;
        }
        emit(reader, start, last, Role::Title);
    }
}

/// "wet paint sign", "caution wet floor sign": the words before the sign are on it.
fn sign_words(reader: &mut Reader<'_>) {
    const KINDS: &[&str] = &[
        "wooden",
        "metal",
        "vintage",
        "neon",
        "rustic",
        "street",
        "road",
        "shop",
        "store",
        "door",
        "warning",
        "safety",
        "traffic",
        "yard",
        "pub",
        "park",
        "wedding",
        "directional",
        "hanging",
        "information",
        "info",
        "office",
        "wall",
        "outdoor",
        "hand-painted",
        "painted",
        "simple",
        "funny",
        "cute",
        "custom",
        "big",
        "small",
        "large",
        "printable",
        "garden",
        "farm",
        "kitchen",
        "bathroom",
        "highway",
        "trail",
        "direction",
        "museum",
        "retro",
        "modern",
        "led",
    ];
    let close = reader
        .tokens
        .get(reader.clause_end(0).saturating_sub(1))
        .map_or(0, |token| token.span.end);
    // "no parking sign, 8am to 6pm": what a later clause tells stands below.
    let told = |l: &Literal| {
        l.origin <= Origin::Introduced
            || l.text.chars().any(char::is_alphabetic) && l.span.start < close
    };
    if reader.brief.genre != Genre::Sign || reader.brief.literals.iter().any(told) {
        return;
    }
    let Some(at) = (0..reader.len()).find(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let Some(sign) = (at..reader.len()).find(|&i| matches!(reader.key(i), "sign" | "plaque"))
    else {
        return;
    };
    let mut from = sign;
    while from > 0
        && matches!(
            reader.uses[from - 1],
            Use::Free | Use::Topic | Use::Genre | Use::Look | Use::Carrier
        )
        && reader.tokens[from - 1].is_wordlike()
        && !KINDS.contains(&reader.key(from - 1))
        && !(matches!(
            reader.key(from - 1),
            "a" | "an" | "the" | "my" | "our" | "make" | "me" | "design"
        ) && (0..from - 1).all(|i| reader.uses[i] == Use::Carrier))
    {
        from -= 1;
    }
    let close = reader.clause_end(sign);
    if from < sign {
        emit(reader, from, sign, Role::Title);
    } else if close > sign + 1 && reader.brief.language.0 != "en" {
        // "Schild Betreten verboten": elsewhere the words stand behind the board.
        emit(reader, sign + 1, close, Role::Title);
    }
}

/// Takes whole segments as lines, and widens found texts to the words that belong to them.
pub(crate) fn read(reader: &mut Reader<'_>) {
    abroad::read(reader);
    if is_printed(reader.brief.genre) {
        printed(reader);
    }
    whole::read(reader);
}

/// Takes the segments of a printed face as lines.
fn printed(reader: &mut Reader<'_>) {
    headline::read(reader);
    let mut at = 0;
    while at < reader.len() {
        let mut end = reader.clause_end(at).max(at);
        // The words behind the genre ("linkedin post we are hiring") and those between emoji are lines of their own.
        if let Some(genre) = (at..end).rfind(|&i| reader.uses[i] == Use::Genre)
            && genre + 1 < end
        {
            at = genre + 1;
        }
        if let Some(emoji) = (at..end).find(|&i| matches!(reader.tokens[i].kind, Kind::Emoji)) {
            end = emoji;
        }
        if end > at {
            segment(reader, at, end);
        }
        at = end.max(at) + 1;
    }
    series(reader);
    descriptors(reader);
    mending::drop_told(reader);
    calls::strip_announcing(reader);
    mending::order(reader);
}

/// Genres that are one printed face with lines of text.
pub(crate) fn is_printed(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster
            | Genre::Banner
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Story
            | Genre::Label
            | Genre::PriceTag
            | Genre::Sign
            | Genre::Chalkboard
            | Genre::BookCover
            | Genre::MagazineCover
            | Genre::AlbumCover
            | Genre::Menu
            | Genre::Logo
    )
}

/// Labels carry short lines of every kind, so that little proof is needed there.
fn is_label(genre: Genre) -> bool {
    matches!(genre, Genre::Label | Genre::PriceTag)
}

fn segment(reader: &mut Reader<'_>, from: usize, to: usize) {
    if to - from > LINE_TOKENS_MAX * 2 {
        return;
    }
    let found = literals_in(reader, from, to);
    if !found.is_empty() {
        for (n, &index) in found.iter().enumerate() {
            let before = n.checked_sub(1).and_then(|m| found.get(m)).copied();
            let after = found.get(n + 1).copied();
            widen(reader, index, before, after, (from, to));
        }
        if is_label(reader.brief.genre) {
            for pair in found.windows(2) {
                let (Some((_, end)), Some((start, _))) =
                    (tokens_of(reader, pair[0]), tokens_of(reader, pair[1]))
                else {
                    continue;
                };
                if start >= end + 2
                    && let Some((from, to)) = line(reader, end, start)
                {
                    emit(reader, from, to, Role::Subtitle);
                }
            }
        }
        let left = tokens_of(reader, found[0]).map_or(from, |(first, _)| first);
        let right = found
            .last()
            .and_then(|&i| tokens_of(reader, i))
            .map_or(to, |(_, end)| end);
        if is_label(reader.brief.genre)
            && to >= right + 2
            && let Some((start, end)) = line(reader, right, to)
        {
            emit(reader, start, end, Role::Subtitle);
        }
        if is_label(reader.brief.genre)
            && left >= from + 2
            && let Some((start, end)) = line(reader, from, left)
        {
            emit(reader, start, end, Role::Subtitle);
        }
        return;
    }
    if label_of_next(reader, from, to) {
        return;
    }
    let explains = reader.sep(from.wrapping_sub(1), Sep::Colon)
        && from >= 2
        && reader.tokens[from - 2].quote().is_some();
    if explains
        && (from..to).all(|at| reader.tokens[at].is_wordlike() && reader.uses[at] != Use::Look)
    {
        mending::drop_objects(reader, from, to);
        emit(reader, from, to, Role::Subtitle);
        return;
    }
    let Some((start, end)) = line(reader, from, to) else {
        return;
    };
    let role = evidence::role(reader, start, end);
    emit(reader, start, end, role);
}

/// "start: Old Mill Bridge": free words before a colon are the label of the text behind it.
fn label_of_next(reader: &mut Reader<'_>, from: usize, to: usize) -> bool {
    if !reader.sep(to, Sep::Colon) || to - from > 2 {
        return false;
    }
    let Some(next) = literals_in(reader, to + 1, reader.clause_end(to + 1))
        .first()
        .copied()
    else {
        return false;
    };
    let labelled = reader
        .brief
        .pairs
        .iter()
        .any(|p| p.value == next || p.label == Some(next));
    let free = (from..to).all(|at| reader.is_free(at) && reader.tokens[at].is_word());
    if free && !labelled && from < to {
        let label_text = crate::literals::capitalized(reader.text(from, to));
        reader.brief.pairs.push(crate::Pair {
            label: None,
            label_text,
            value: next,
        });
        reader.mark(from, to, Use::Role);
    }
    true
}

/// Literals of a segment in the order of the prompt.
fn literals_in(reader: &Reader<'_>, from: usize, to: usize) -> Vec<usize> {
    let span = reader.span(from, to);
    let mut found: Vec<usize> = (0..reader.brief.literals.len())
        .filter(|&i| {
            let own = &reader.brief.literals[i].span;
            own.start >= span.start && own.end <= span.end + 1 && own.end > own.start
        })
        .collect();
    found.sort_by_key(|&i| reader.brief.literals[i].span.start);
    found
}

/// Returns the tokens of a free segment that are a line of copy.
fn line(reader: &mut Reader<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let mut start = from;
    while start < to
        && (matches!(reader.key(start), "and" | "plus" | "then" | "also" | "&")
            || matches!(reader.tokens[start].kind, Kind::Emoji))
    {
        start += 1;
    }
    let mut end = to;
    while end > start && matches!(reader.tokens[end - 1].kind, Kind::Emoji) {
        end -= 1;
    }
    if start >= end
        || end - start > LINE_TOKENS_MAX
        || evidence::steers(reader, start, end)
        || !evidence::speaks(reader, start, end)
    {
        return None;
    }
    let covers = matches!(
        reader.brief.genre,
        Genre::BookCover | Genre::AlbumCover | Genre::MagazineCover
    );
    if covers && mending::is_scenery(reader, start, end) {
        return None;
    }
    // "a 3-day festival in Tilburg": the article is grammar of the prompt, not of the line.
    if matches!(reader.key(start), "a" | "an") && end - start > 2 {
        start += 1;
    }
    mending::drop_objects(reader, start, end);
    Some((start, end))
}

/// Takes free words beside a found text into it: "hazy" before "IPA", "merino wool" behind "100%".
fn widen(
    reader: &mut Reader<'_>,
    index: usize,
    before: Option<usize>,
    after: Option<usize>,
    (from, to): (usize, usize),
) {
    if reader.brief.literals[index].origin == Origin::Quoted {
        return;
    }
    let Some((first, last)) = tokens_of(reader, index) else {
        return;
    };
    let left_bound = before
        .and_then(|i| tokens_of(reader, i))
        .map_or(from, |(_, end)| end);
    let right_bound = after
        .and_then(|i| tokens_of(reader, i))
        .map_or(to, |(start, _)| start);
    let mut start = first;
    while start > left_bound && evidence::joins(reader, start - 1, index) {
        start -= 1;
    }
    // What would only be a preposition or an instruction stays outside.
    while start < first && evidence::is_lead(reader, start) && reader.key(start) != "up" {
        start += 1;
    }
    if (start..first).all(|i| {
        lexicon().stops.contains_key(reader.key(i)) && !matches!(reader.key(i), "until" | "up")
    }) || evidence::steers(reader, start, first)
    {
        start = first;
    }
    let mut end = last;
    // A name in capitals ends with them.
    let own = reader.brief.literals[index].text.as_str();
    let shouts = own.contains(' ')
        && own.chars().any(char::is_alphabetic)
        && !own.chars().any(char::is_lowercase);
    let right_bound = if shouts { last } else { right_bound };
    while end < right_bound
        && evidence::joins(reader, end, index)
        && !evidence::steers(reader, end, end + 1)
    {
        end += 1;
    }
    while end > last
        && reader.tokens[end - 1].case == Case::Lower
        && (lexicon().stops.contains_key(reader.key(end - 1)) || evidence::is_lead(reader, end - 1))
    {
        end -= 1;
    }
    if (start, end) == (first, last) {
        return;
    }
    mending::drop_objects(reader, start, first);
    mending::drop_objects(reader, last, end);
    let span = reader.span(start, end);
    reader.mark(start, end, Use::Literal);
    let literal = &mut reader.brief.literals[index];
    // A mark that the text had taken along stays with it.
    let stop = literal.span.end.max(span.end);
    literal.span = span.start..stop;
    literal.text = reader.prompt[span.start..stop].trim().to_string();
}

/// First token and end of a literal.
fn tokens_of(reader: &Reader<'_>, index: usize) -> Option<(usize, usize)> {
    let span = &reader.brief.literals[index].span;
    let first = reader
        .tokens
        .iter()
        .position(|t| t.span.end > span.start && !t.is_sep())?;
    let end = reader.tokens[first..]
        .iter()
        .position(|t| t.span.start >= span.end)
        .map_or(reader.len(), |n| first + n);
    let mut last = end;
    while last > first + 1 && reader.is_sep(last - 1) {
        last -= 1;
    }
    Some((first, last))
}

fn emit(reader: &mut Reader<'_>, from: usize, to: usize, role: Role) {
    let mut span = reader.span(from, to);
    let mut next = to;
    while reader.sep(next, Sep::Mark) && reader.tokens[next].span.start == span.end {
        span.end = reader.tokens[next].span.end;
        next += 1;
    }
    reader.mark(from, next, Use::Literal);
    reader.brief.literals.push(Literal {
        text: reader.prompt[span.clone()].trim().to_string(),
        span,
        role,
        origin: Origin::Inferred,
        on_object: None,
    });
}
