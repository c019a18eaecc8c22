//! Prompts in sixteen languages, most in Russian, Ukrainian, Arabic, Hebrew, Hindi, Chinese, Japanese and Korean.
//!
//! `world.tsv` has rows of a language, a prompt and what it must be read as: the genre, the things (count, colour, noun),
//! the relations, and the texts with their roles.

use std::fmt::Write as _;

use plantain_read::{Brief, read};

/// Prompts of one language, at least.
const PROMPTS_MIN: usize = 12;

fn told(brief: &Brief) -> String {
    let mut told = format!("{:?}", brief.genre);
    for object in &brief.objects {
        let count = object.count.map_or("some".to_string(), |n| n.to_string());
        let color = object
            .color
            .as_ref()
            .map_or(String::new(), |color| format!("{} ", color.name));
        let _ = write!(told, "; {count} {color}{}", object.noun);
    }
    for relation in &brief.relations {
        let noun = |at: usize| brief.objects[at].noun.as_str();
        let _ = write!(
            told,
            "; {} {:?} {}",
            noun(relation.subject),
            relation.kind,
            noun(relation.object)
        );
    }
    for literal in &brief.literals {
        let _ = write!(told, "; {:?}: {}", literal.role, literal.text);
    }
    told
}

#[test]
fn prompts_of_the_world() {
    let mut counts = std::collections::BTreeMap::new();
    let mut wrong = Vec::new();
    for row in include_str!("world.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut cells = row.split('\t');
        let (Some(language), Some(prompt), Some(want)) = (cells.next(), cells.next(), cells.next())
        else {
            panic!("a row without three cells: {row}");
        };
        *counts.entry(language).or_insert(0) += 1;
        let brief = read(prompt);
        let found = told(&brief);
        if brief.language.0 != language || found != want {
            wrong.push(format!(
                "{prompt}\n  want {want}\n  read {found} [{}]",
                brief.language.0
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // The European ones have tables of their own beside this one.
    let many = counts.values().filter(|&&n| n >= PROMPTS_MIN).count();
    assert!(counts.len() == 16 && many >= 8, "{counts:?}");
}

#[test]
fn charts_are_named_by_the_words_before_their_kind() {
    for (prompt, want) in [
        (
            "Monthly sales bar chart: Jan 120, Feb 150, Mar 180",
            "Monthly sales",
        ),
        (
            "월별 매출 막대그래프: 1월 120, 2월 150, 3월 180",
            "월별 매출",
        ),
        ("月別売上の棒グラフ：1月120、2月150、3月180", "月別売上"),
        ("每月销售额柱状图:1月120,2月150,3月180", "每月销售额"),
        (
            "aylık satışların çubuk grafiği: Ocak 120, Şubat 150",
            "aylık satışlar",
        ),
        (
            "मासिक बिक्री का बार चार्ट: जनवरी 120, फरवरी 150",
            "मासिक बिक्री",
        ),
        (
            "رسم بياني بالأعمدة للمبيعات الشهرية: يناير 120، فبراير 150",
            "المبيعات الشهرية",
        ),
    ] {
        assert_eq!(read(prompt).subject.as_deref(), Some(want), "{prompt}");
    }
}
