//! Who acts in the panels of a story, and on what, where the words of a panel leave it open ("she opens the door", "pours
//! coffee").

use super::beats::{PRONOUNS, acts, words};
use super::cast::with_subject;
use super::story::lives;
use super::turns::{faced, grown, name_it, names_living, rung, with_object};
use super::{Panel, SCENE_MAX};
use crate::lexicon::lexicon;
use crate::{Brief, ObjectPhrase, RelationKind};

/// Beats in which nobody turns to a thing: what stood there before is left out.
const INWARD: &[&str] = &[
    "look", "looks", "feel", "feels", "is", "cry", "cries", "smile", "smiles", "laugh", "laughs",
    "sleep", "sleeps", "go", "goes", "come", "comes", "leave", "leaves", "walk", "walks", "run",
    "runs", "dream", "dreams", "wake", "wakes",
];

/// Doings whose "it" is something to eat, if there is such a thing.
const EATING: &[&str] = &["eat", "eats", "drinks", "bites", "cooks", "tastes", "licks"];

/// Figures that "they" speaks of, at most.
const FIGURES_MAX: usize = 3;

/// Letters before which an object leads the words of a panel.
const LEADS_WITHIN: usize = 12;

/// What the panels so far have told.
#[derive(Debug, Default)]
struct Telling<'a> {
    language: &'a str,
    /// Who acts, with an article, and the noun alone.
    subject: String,
    hero: String,
    /// What was there last that acts on nothing, and what there was to eat.
    thing: Option<String>,
    meal: Option<String>,
    /// All who came, each with an article.
    figures: Vec<String>,
    /// The scene of the panel before.
    before: String,
}

/// Gives panels whose words name nobody the figure of the panels before, and the thing that was there when nothing new is.
pub(super) fn name_subjects(panels: &mut [Panel], language: &str) {
    let mut telling = Telling {
        language,
        ..Telling::default()
    };
    for panel in panels {
        stay(panel, &telling.before);
        panel.scene = panel.scene.chars().take(SCENE_MAX).collect();
        telling.go_on(panel);
    }
}

impl Telling<'_> {
    fn go_on(&mut self, panel: &mut Panel) {
        let own: Vec<String> = panel.scene.split_whitespace().map(str::to_owned).collect();
        let first = words(&panel.scene, self.language)
            .into_iter()
            .next()
            .unwrap_or_default();
        let english = self.language == "en";
        let pronoun = self.is_pronoun(&own, &first);
        self.name_pronoun(panel, (&own, &first), pronoun);
        if english {
            if !self.subject.is_empty() && !pronoun && !names_living(&panel.scene) {
                panel.scene = with_subject(&panel.scene, &self.subject);
            }
            self.name_thing(panel, &own);
            panel.scene = rung(grown(&faced(&panel.scene)));
            // "A whale comes up behind them": those of the panels before.
            if !self.subject.is_empty() && first != "they" {
                panel.scene = with_object(&panel.scene, &self.subject);
            }
        }
        let brief = crate::read_in(&panel.scene, self.language);
        // A panel of letters alone needs no figure.
        if brief.objects.is_empty() && !panel.captions.is_empty() {
            return;
        }
        self.name_figure(panel, &brief);
        self.name_speakers(panel);
        self.meet(&brief);
        self.keep_thing(panel, &brief, (&own, &first));
        self.before.clone_from(&panel.scene);
    }

    fn is_pronoun(&self, own: &[String], first: &str) -> bool {
        let abroad = own.first().is_some_and(|w| {
            self.language != "en" && PRONOUNS.contains(&w.to_lowercase().as_str())
        });
        abroad || matches!(first, "she" | "he" | "it" | "they" | "same")
    }

    /// Puts who is meant in the place of a pronoun that a panel begins with.
    fn name_pronoun(&self, panel: &mut Panel, (own, first): (&[String], &str), pronoun: bool) {
        let rest = own[1.min(own.len())..].join(" ");
        let falls = ["rain", "rains", "raining", "snow", "snows", "snowing"]
            .iter()
            .find(|word| own.iter().any(|w| w.trim_matches(',') == **word));
        if let (true, Some(weather)) = (first == "it", falls) {
            // "It starts to rain": nobody does it, whoever was there gets wet.
            let weather = if weather.starts_with('r') {
                "rain"
            } else {
                "snowing"
            };
            panel.scene = format!("{}, {weather}", self.subject);
        } else if matches!(first, "they" | "both") && self.figures.len() > 1 {
            panel.scene = format!("{} {rest}", self.figures.join(" and "));
        } else if pronoun && !self.subject.is_empty() {
            panel.scene = format!("{} {rest}", self.subject);
        }
    }

    /// Puts what was there before in the place of "it".
    fn name_thing(&self, panel: &mut Panel, own: &[String]) {
        let Some(thing) = &self.thing else { return };
        let eaten = EATING.iter().any(|verb| own.iter().any(|w| w == verb));
        let thing = self.meal.as_ref().filter(|_| eaten).unwrap_or(thing);
        // "A huge sunflower, she stands next to it": what the panel itself named before.
        let before = panel.scene.find(" it").and_then(|at| panel.scene.get(..at));
        let own_thing = before.is_some_and(|told| {
            let articled = |o: &ObjectPhrase| {
                let words = o.words.to_lowercase();
                ["a ", "an "].iter().any(|a| words.starts_with(a))
            };
            let read = crate::read_in(told, self.language);
            read.objects
                .iter()
                .any(|o| !o.absent && articled(o) && !lives(&o.noun))
        });
        if !own_thing {
            panel.scene = name_it(&panel.scene, thing);
        }
    }

    /// Learns who acts, or gives a panel without anybody the one who acted before.
    fn name_figure(&mut self, panel: &mut Panel, brief: &Brief) {
        match lead_of(brief) {
            Some(object) if object.span.start <= LEADS_WITHIN || self.subject.is_empty() => {
                self.subject = self.with_article(object);
                self.hero.clone_from(&object.noun);
            }
            None if !self.subject.is_empty()
                && (acts(&panel.scene, self.language) || brief.objects.is_empty())
                && panel.speech.iter().all(|s| s.speaker.is_none()) =>
            {
                panel.scene = format!("{} {}", self.subject, panel.scene);
            }
            _ => {}
        }
        if panel.scene.is_empty() {
            // What nothing is told of shows what was there before.
            let shown = match self.before.is_empty() {
                true => &self.subject,
                false => &self.before,
            };
            panel.scene.clone_from(shown);
        }
    }

    /// The words for a figure as one speaks of it for the first time.
    fn with_article(&self, object: &ObjectPhrase) -> String {
        if self.language != "en" {
            return object.words.clone();
        }
        let words = ["a ", "an ", "the ", "A ", "An ", "The "]
            .iter()
            .find_map(|article| object.words.strip_prefix(article))
            .unwrap_or(&object.words);
        match object.plural {
            true => words.to_owned(),
            false => format!("a {words}"),
        }
    }

    /// Names who speaks as they are drawn: "Human" is found again as a person, "she" as who acts.
    fn name_speakers(&self, panel: &mut Panel) {
        for speaker in panel.speech.iter_mut().filter_map(|s| s.speaker.as_mut()) {
            if matches!(speaker.as_str(), "she" | "he" | "it") && !self.hero.is_empty() {
                speaker.clone_from(&self.hero);
            }
            let read = crate::read_in(speaker, self.language);
            if let Some(object) = read.objects.first().filter(|o| lives(&o.noun)) {
                speaker.clone_from(&object.noun);
            }
        }
    }

    /// Learns who is there, and what there is to eat.
    fn meet(&mut self, brief: &Brief) {
        for object in brief.objects.iter().filter(|o| !o.absent && lives(&o.noun)) {
            let named = format!("a {}", object.noun);
            if self.figures.len() < FIGURES_MAX && !self.figures.contains(&named) {
                self.figures.push(named);
            }
        }
        let food = brief
            .objects
            .iter()
            .find(|o| !o.absent && lexicon().category(&o.noun) == Some("food"));
        if let Some(food) = food {
            self.meal = Some(food.noun.clone());
        }
    }

    /// Learns what somebody turns to; a panel of few words keeps what was there.
    fn keep_thing(&mut self, panel: &mut Panel, brief: &Brief, (own, first): (&[String], &str)) {
        match (&self.thing, self.newcomer(brief)) {
            (_, Some(new)) => self.thing = Some(new),
            (Some(old), None)
                if self.language == "en"
                    && own.len() <= 2
                    && acts(&panel.note, self.language)
                    && !INWARD.contains(&first) =>
            {
                panel.scene = format!("{}, a {old}", panel.scene);
            }
            _ => {}
        }
    }

    /// The last thing that came with a panel: "plants a seed in a pot" goes on with the seed, and not with where it is.
    fn newcomer(&self, brief: &Brief) -> Option<String> {
        let lead = lead_of(brief);
        let ground = |at: usize| {
            brief.relations.iter().any(|r| {
                r.object == at
                    && matches!(
                        r.kind,
                        RelationKind::In | RelationKind::On | RelationKind::Under
                    )
            })
        };
        let fresh = |at: &usize| {
            let o = &brief.objects[*at];
            !o.absent
                && !self.subject.contains(&o.noun)
                && (!lives(&o.noun) || lead.is_some_and(|l| l != o))
        };
        let all = 0..brief.objects.len();
        all.clone()
            .rev()
            .filter(fresh)
            .find(|at| !ground(*at))
            .or_else(|| all.rev().find(fresh))
            .map(|at| brief.objects[at].noun.clone())
    }
}

/// Returns the first of those in a panel who can act.
fn lead_of(brief: &Brief) -> Option<&ObjectPhrase> {
    brief.objects.iter().find(|o| !o.absent && lives(&o.noun))
}

/// "The dog says ‘Mine!’" shows what the panel before showed, if the dog was there.
fn stay(panel: &mut Panel, before: &str) {
    let told = panel.scene.to_lowercase();
    let words: Vec<&str> = told.split_whitespace().collect();
    let Some(who) = words
        .last()
        .filter(|_| words.len() <= 2 && !panel.speech.is_empty())
    else {
        return;
    };
    let there = before
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word == *who);
    if there {
        before.clone_into(&mut panel.scene);
    }
}
