//! Who stands under whom: org charts, family trees, sitemaps.

mod generations;
mod members;
mod phrases;
mod posts;
mod words;

use super::content::{Content, Run, clauses, cut, list, spaced_dash, trim};
use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Role};
use members::{bracketed, headed_list, items_lead_in, member, plain_words};
use phrases::{is_posted, is_pronoun, level_end, phrases, skip_below};
use words::{BELOW, DOWN, PRONOUNS, SEVERAL, UP, starts_with};

/// Members of a tree, at most.
const MEMBERS_MAX: usize = 80;

#[derive(Debug, Default)]
struct Tree {
    /// The last text that stood alone: "she", "under him".
    lead: Option<usize>,
    /// The members that were named last: "their children".
    last: Vec<usize>,
    /// Whether couples stand in one place.
    family: bool,
}

/// Reads a hierarchy; returns whether there is one.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut tree = Tree {
        family: is_family(reader),
        ..Tree::default()
    };
    // "3 generations: Grandma Rose, …": how many there are names nobody.
    let colon =
        (content.from..content.to.min(content.from + 4)).find(|&at| reader.sep(at, Sep::Colon));
    let counted = colon.filter(|&at| reader.key(at - 1).starts_with("generation"));
    let from = counted.map_or(content.from, |at| at + 1);
    let told = tree.family && generations::read(reader, (from, content.to));
    if !told && !indented(reader, content) {
        for clause in clauses(reader, (from, content.to)) {
            for phrase in phrases(reader, clause) {
                if reader.brief.tree.len() < MEMBERS_MAX {
                    tree.phrase(reader, phrase);
                }
            }
        }
    }
    drop_title(reader);
    if reader.brief.tree.len() < 2 {
        forget(reader);
        return false;
    }
    gather(reader, content);
    if reader.brief.genre == Genre::OrgChart && !tree.family {
        posts::part(reader);
    }
    true
}

/// `…\nTitle "Department structure"`: a title told behind the members is none of them.
fn drop_title(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let end = brief.literals.len().checked_sub(1);
    let last = brief
        .tree
        .last()
        .filter(|branch| branch.literal.is_some() && branch.literal == end);
    let Some(text) = last.map(|branch| branch.text.clone()) else {
        return;
    };
    let titled = |l: &crate::Literal| l.role == Role::Title && l.text == text;
    if brief.literals.iter().any(titled) && !titled(&brief.literals[brief.literals.len() - 1]) {
        brief.tree.pop();
        brief.literals.pop();
    }
}

/// Whether a word tells of those below ("children", "team").
pub(super) fn tells_below(key: &str) -> bool {
    BELOW.contains(&key)
}

fn is_family(reader: &Reader<'_>) -> bool {
    reader.tokens.iter().any(|token| {
        matches!(
            token.key.as_str(),
            "family" | "genealogy" | "ancestors" | "grandparents" | "pedigree" | "ancestry"
        )
    })
}

/// Takes back what was found.
pub(super) fn forget(reader: &mut Reader<'_>) {
    let spans: Vec<crate::Span> = reader
        .brief
        .literals
        .iter()
        .filter(|literal| literal.role != Role::Title)
        .map(|literal| literal.span.clone())
        .collect();
    for span in spans {
        super::content::untitle(reader, span);
    }
    reader.brief.tree.clear();
}

/// Several roots come under the topic: "org chart of the sales team: A, B (C, D)".
fn gather(reader: &mut Reader<'_>, content: &Content) {
    let roots: Vec<usize> = (0..reader.brief.tree.len())
        .filter(|&at| reader.brief.tree[at].parent.is_none())
        .collect();
    if roots.len() < 2 {
        return;
    }
    let parented = roots.iter().any(|&root| {
        reader
            .brief
            .tree
            .iter()
            .any(|branch| branch.parent == Some(root))
    });
    if let (true, Some(subject)) = (parented, content.subject(reader)) {
        for branch in &mut reader.brief.tree {
            branch.parent = Some(branch.parent.map_or(0, |parent| parent + 1));
        }
        let top = crate::Branch {
            text: subject,
            ..crate::Branch::default()
        };
        reader.brief.tree.insert(0, top);
    } else {
        let first = roots[0];
        for &root in &roots[1..] {
            reader.brief.tree[root].parent = Some(first);
        }
    }
}

/// Lists with bullets or indents; returns whether there is one.
fn indented(reader: &mut Reader<'_>, content: &Content) -> bool {
    let lines = cut(reader, (content.from, content.to), |reader, at| {
        reader.sep(at, Sep::Line)
    });
    if lines.len() < 3 {
        return false;
    }
    let depth = |run: &Run| {
        let first = (run.0..run.1)
            .find(|&at| !reader.is_sep(at))
            .unwrap_or(run.0);
        let start = reader.tokens[first].span.start;
        let line = reader.prompt[..start].rfind('\n').map_or(0, |at| at + 1);
        // A bullet counts as a step, as wide as it is.
        reader.prompt[line..start]
            .chars()
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum::<usize>()
    };
    let depths: Vec<usize> = lines.iter().map(depth).collect();
    let deepest = depths.iter().max().copied().unwrap_or(0);
    if depths.iter().min().copied() == Some(deepest) {
        return false;
    }
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (line, depth) in lines.into_iter().zip(depths) {
        let run = trim(reader, line);
        // `Title "Department structure"` is none of the members.
        if run.0 >= run.1 || reader.uses[run.0] == Use::Role {
            continue;
        }
        while open.last().is_some_and(|last| last.0 >= depth) {
            open.pop();
        }
        let parent = open.last().map(|last| last.1);
        let at = member(reader, run, parent);
        open.push((depth, at));
    }
    true
}

impl Tree {
    fn phrase(&mut self, reader: &mut Reader<'_>, run: Run) {
        let then = run.0 < run.1
            && reader.is_lower(run.0)
            && (reader.key(run.0) == "then" || self.family && BELOW.contains(&reader.key(run.0)));
        // "kids Leo and Ivy under Ella"
        let then = then && !(run.0..run.1).any(|at| starts_with(reader, at, UP).is_some());
        let below =
            self.family && BELOW.contains(&reader.key(run.0)) && !then && reader.is_lower(run.0);
        let mut run = trim(
            reader,
            (run.0 + usize::from(below && run.1 > run.0 + 1), run.1),
        );
        run.0 = phrases::behind_top(reader, run);
        if run.0 >= run.1 {
            return;
        }
        if let Some((end, top)) = level_end(reader, run, run.1) {
            run.1 = end;
            let parents = if top {
                Vec::new()
            } else {
                self.antecedent(reader)
            };
            self.children(reader, run, &parents);
            return;
        }
        if then && !reader.brief.tree.is_empty() {
            let parents = self.antecedent(reader);
            self.place(reader, run, parents);
            return;
        }
        // "Director: Ann. Reports: Stage manager: Cal, Producer: Ana": whom the one before leads.
        let headed = BELOW.contains(&reader.key(run.0)) && reader.sep(run.0 + 1, Sep::Colon);
        if headed && !self.family && !reader.brief.tree.is_empty() {
            let parents = self.antecedent(reader);
            self.place(reader, (run.0 + 2, run.1), parents);
            return;
        }
        match posts::lead(reader, run.0) {
            Some(posts::Lead::Under(len)) => {
                self.under(reader, (run.0 + len, run.1));
                return;
            }
            Some(posts::Lead::UnderIt(len)) => {
                let parents = self.antecedent(reader);
                self.place(reader, (run.0 + len, run.1), parents);
                return;
            }
            None => {}
        }
        if let Some(at) = self.owned(reader, run) {
            let parents = self.owners(reader, (run.0, at));
            self.place(reader, (at + 1, run.1), parents);
            return;
        }
        let arrows = cut(reader, run, |reader, at| reader.sep(at, Sep::Arrow));
        if arrows.len() > 1 {
            let mut parents = self.parents(reader, arrows[0]);
            for part in &arrows[1..] {
                parents = self.children(reader, *part, &parents);
            }
            return;
        }
        for at in run.0 + 1..run.1 {
            if let Some(len) = starts_with(reader, at, UP) {
                // "Two foremen report to her: Mr. Pike and Ms. Roe": who they are stands behind.
                let colon = (at + len..run.1).find(|&i| reader.sep(i, Sep::Colon));
                let counted = crate::numbers::count_at(&reader.tokens, run.0).is_some();
                if let Some(colon) = colon.filter(|_| counted) {
                    let parents = self.parents(reader, (at + len, colon));
                    self.children(reader, (colon + 1, run.1), &parents);
                    return;
                }
                let parents = self.parents(reader, (at + len, run.1));
                self.children(reader, (run.0, at), &parents);
                return;
            }
            if let Some(len) = starts_with(reader, at, DOWN)
                && at + len < run.1
                && (reader.key(at) != "with"
                    || self.known(reader, (run.0, at)).is_some()
                    || is_posted(reader, run.0)
                    || reader.brief.tree.is_empty())
            {
                let parents = self.parents(reader, (run.0, at));
                let from = skip_below(reader, at + len, run.1);
                self.children(reader, (from, run.1), &parents);
                return;
            }
        }
        // "Mr. Hall is in charge of Math, Ms. Ito of Arts".
        if let Some(at) =
            (run.0 + 1..run.1.min(run.0 + 5)).find(|&at| matches!(reader.key(at), "of" | "for"))
            && self.known(reader, (run.0, at)).is_some()
        {
            let parents = self.parents(reader, (run.0, at));
            self.children(reader, (at + 1, run.1), &parents);
            return;
        }
        self.headed(reader, run);
    }

    /// "CTO: Frontend, Backend", "CTO - Frontend, Backend"; otherwise a list.
    fn headed(&mut self, reader: &mut Reader<'_>, run: Run) {
        let marks: Vec<usize> = (run.0 + 1..run.1)
            .filter(|&at| reader.sep(at, Sep::Colon) || spaced_dash(reader, at))
            .collect();
        if let [mark] = marks[..] {
            let items = list(reader, (mark + 1, run.1));
            let known = self.known(reader, (run.0, mark));
            if items.len() > 1 || known.is_some() {
                let parents = self.parents(reader, (run.0, mark));
                self.children(reader, (mark + 1, run.1), &parents);
                return;
            }
        }
        let parents: Vec<usize> = if reader.brief.tree.is_empty() {
            Vec::new()
        } else {
            vec![0]
        };
        self.children(reader, run, &parents);
    }

    /// "under her CTO, CFO", "under CTO Frontend, Backend", "under Tom are Li and Sam".
    fn under(&mut self, reader: &mut Reader<'_>, run: Run) {
        let mut from = run.0;
        let pronoun = is_pronoun(reader, from);
        let parents = if pronoun {
            let several = SEVERAL.contains(&reader.key(from)) && self.last.len() > 1;
            from += 1;
            from += usize::from(BELOW.contains(&reader.key(from)));
            if several {
                self.last.clone()
            } else {
                self.antecedent(reader)
            }
        } else {
            let end = self.parent_end(reader, run);
            let listed = reader.sep(end, Sep::Comma) && self.known(reader, (from, end)).is_none();
            if listed && !reader.brief.tree.is_empty() {
                // "darunter Vertrieb, Technik": all of them stand under who was named before.
                self.antecedent(reader)
            } else {
                let parents = self.parents(reader, (from, end));
                from = end;
                parents
            }
        };
        self.place(reader, (from, run.1), parents);
    }

    /// End of the name of the parent: a known name, or the words to the next mark or verb.
    fn parent_end(&self, reader: &Reader<'_>, run: Run) -> usize {
        let stop = (run.0..run.1)
            .find(|&at| {
                reader.is_sep(at)
                    || matches!(
                        reader.key(at),
                        "are" | "is" | "we" | "there" | "come" | "comes" | "has" | "have"
                    ) && reader.is_lower(at)
            })
            .unwrap_or(run.1);
        (run.0 + 1..=stop)
            .rev()
            .find(|&end| self.known(reader, (run.0, end)).is_some())
            .unwrap_or(stop)
    }

    fn place(&mut self, reader: &mut Reader<'_>, run: Run, parents: Vec<usize>) {
        let mut from = run.0;
        while from < run.1
            && (reader.is_sep(from)
                || matches!(
                    reader.key(from),
                    "are" | "is" | "we" | "there" | "come" | "comes" | "have" | "has" | "put"
                ) && reader.is_lower(from))
        {
            from += 1;
        }
        self.children(reader, (skip_below(reader, from, run.1), run.1), &parents);
    }

    /// "Anna's kids …", "their children …": the token of the word for those below.
    fn owned(&self, reader: &Reader<'_>, run: Run) -> Option<usize> {
        let at = (run.0 + 1..run.1.min(run.0 + 5)).find(|&at| BELOW.contains(&reader.key(at)))?;
        let owner = reader.key(at - 1).ends_with("'s")
            || reader.key(at - 1).ends_with("s'")
            || PRONOUNS.contains(&reader.key(at - 1))
            || at >= 2
                && (reader.key(at - 2).ends_with("'s") || PRONOUNS.contains(&reader.key(at - 2)));
        (owner && !reader.brief.tree.is_empty()).then_some(at)
    }

    fn owners(&self, reader: &Reader<'_>, run: Run) -> Vec<usize> {
        if PRONOUNS.contains(&reader.key(run.0)) {
            return self.antecedent(reader);
        }
        self.known(reader, run)
            .map_or_else(|| self.antecedent(reader), |at| vec![at])
    }

    /// Whom a pronoun means: the last leader, in a family those named last.
    fn antecedent(&self, reader: &Reader<'_>) -> Vec<usize> {
        if self.family && !self.last.is_empty() {
            return self.last.clone();
        }
        self.lead
            .or(if reader.brief.tree.is_empty() {
                None
            } else {
                Some(0)
            })
            .into_iter()
            .collect()
    }

    /// The members that a text names; unknown ones are added under the first.
    fn parents(&mut self, reader: &mut Reader<'_>, run: Run) -> Vec<usize> {
        let run = trim(reader, run);
        if run.0 >= run.1 {
            return self.antecedent(reader);
        }
        // "Ella" is a name, "ella" none.
        if is_pronoun(reader, run.0) && run.1 == run.0 + 1 {
            return self.antecedent(reader);
        }
        if let Some(at) = self.known(reader, run) {
            self.lead = Some(at);
            return vec![at];
        }
        let items = list(reader, run);
        if self.family && items.len() == 2 {
            return self.couple(reader, &items);
        }
        let root = (!reader.brief.tree.is_empty()).then_some(0);
        let found: Vec<usize> = items
            .into_iter()
            .map(|item| {
                self.known(reader, item)
                    .unwrap_or_else(|| member(reader, item, root))
            })
            .collect();
        if let [one] = found[..] {
            self.lead = Some(one);
        }
        found
    }

    /// "Anna and Tom have …": who is known keeps the place, the other joins.
    fn couple(&mut self, reader: &mut Reader<'_>, items: &[Run]) -> Vec<usize> {
        let known = items
            .iter()
            .position(|item| self.known(reader, *item).is_some());
        let first = items[known.unwrap_or(0)];
        let other = items[1 - known.unwrap_or(0)];
        let at = self
            .known(reader, first)
            .unwrap_or_else(|| member(reader, first, None));
        if self.known(reader, other).is_none() {
            let partner = emit(reader, other, Role::Item);
            reader.brief.tree[at].partner = Some(partner);
        }
        self.lead = Some(at);
        self.last = vec![at];
        vec![at]
    }

    /// Adds the members of a list under the parents; several parents share them evenly, in order, where there are enough.
    fn children(&mut self, reader: &mut Reader<'_>, run: Run, parents: &[usize]) -> Vec<usize> {
        let (run, post) = headed_list(reader, run);
        let items = list(reader, run);
        if parents.is_empty() && self.family && items.len() == 2 && reader.brief.tree.is_empty() {
            return self.couple(reader, &items);
        }
        if let ([post, name], true) = (&items[..], reader.brief.tree.is_empty())
            && members::is_honored(reader, name.0)
            && !members::is_honored(reader, post.0)
        {
            let at = members::titled(reader, *post, *name);
            self.lead = Some(at);
            self.last = vec![at];
            return vec![at];
        }
        let mut added = Vec::new();
        let alone = reader.brief.tree.is_empty();
        let count = items.len();
        for (n, item) in items.into_iter().enumerate() {
            if let Some(at) = self.known(reader, item) {
                let loops = is_above(reader, at, parents.first().copied());
                if reader.brief.tree[at]
                    .parent
                    .is_none_or(|parent| parent == 0)
                    && !loops
                    && at != 0
                {
                    reader.brief.tree[at].parent = parents.first().copied();
                }
                added.push(at);
                continue;
            }
            let shared = count >= parents.len();
            let turn = if shared { n * parents.len() / count } else { 0 };
            let parent = parents
                .get(turn)
                .copied()
                .or_else(|| (alone && !added.is_empty()).then_some(0));
            // "2 managers, Paul and Nina": a count of posts leads in the names.
            if items_lead_in(reader, item) && !parents.is_empty() {
                continue;
            }
            let (outer, inner) = bracketed(reader, item);
            let at = member(reader, outer, parent);
            let own = &mut reader.brief.tree[at].post;
            if own.is_none() {
                own.clone_from(&post);
            }
            added.push(at);
            if let Some(inner) = inner {
                for twig in list(reader, inner) {
                    member(reader, twig, Some(at));
                }
            }
        }
        match added[..] {
            [one] => self.lead = Some(one),
            // "Principal Adams, Vice Principal Lee, below: …": the one who was named last leads on.
            [_, deputy] if alone => self.lead = Some(deputy),
            _ => {}
        }
        self.last.clone_from(&added);
        added
    }

    /// The member whose words hold all words of the text.
    fn known(&self, reader: &Reader<'_>, run: Run) -> Option<usize> {
        let words = plain_words(reader.text(run.0, run.1));
        if words.is_empty() {
            return None;
        }
        let holds = |exact: bool| {
            reader.brief.tree.iter().position(|branch| {
                let own = plain_words(&format!(
                    "{} {}",
                    branch.post.as_deref().unwrap_or(""),
                    branch.text
                ));
                if exact {
                    own == words
                } else {
                    words.iter().all(|word| own.contains(word))
                }
            })
        };
        holds(true).or_else(|| holds(false))
    }
}

/// Whether `at` stands above `below`.
fn is_above(reader: &Reader<'_>, at: usize, below: Option<usize>) -> bool {
    let mut here = below;
    let mut steps = 0;
    while let Some(now) = here {
        if now == at {
            return true;
        }
        here = reader.brief.tree[now].parent;
        steps += 1;
        if steps > MEMBERS_MAX {
            return true;
        }
    }
    false
}
