//! No text makes the reader of instructions panic, and what it says about a text is true of the text.
//!
//! `PLANTAIN_TRIALS` sets how many texts of each kind are tried, 500 when missing. A failure names the text.

use std::panic::catch_unwind;

use plantain_read::{Change, Instruction, Target, instruct, instruction_report};

const TRIALS: u64 = 500;

/// SplitMix64: the number of the trial alone decides the text.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// Words that take part in many rules, in any order.
const WORDS: &str = "make|change|turn|replace|swap|add|put|use|give|remove|take|move|align|enlarge|shrink|resize|double|halve|\
    increase|reduce|color|write|rename|fix the spelling|brighten|blur|sharpen|bold|crop|cut|rotate|flip|mirror|extend|upscale|\
    zoom in|extract|combine|stylize|keep|leave|don't change|without changing|while keeping|ignore|watermark|fill|the|a|an|it|them|\
    this|these|my|all|everything|except|but|not|and|then|,|.|;|:|!|\n|-|->|/|(|)|=|instead of|instead|to|into|with|by|from|of|on|in|\
    at|between|next to|above|under|behind|left|right|top|bottom|middle|corner|first|second|third|last|biggest|two|three|12|1.5|50%|\
    2x|90°|16:9|1080x1080|4K|#ff8800|red|blue|navy|gold|white|gradient|transparent|background|foreground|subject|picture|photo|text|\
    title|headline|price|total|logo|button|card|icon|chart|pie chart|row|line|border|shadow|cat|dog|red car|house|tree|sky|beach|\
    living room|night|winter|rain|sunset|bigger|smaller|twice as big|darker|warmer|more contrast|black and white|sepia|retro|minimal|\
    dark mode|serif|uppercase|wooden|smile|“Hi”|\"Sale\"|'ok'|«Non»|「你好」|Anna|Tom|Q3|$24.99|please|no|more|one more|another|é|\
    🦖|🙏|{|}|\"|'|masked area|image 2|side by side|is|should be|says|too small|entferne|den|Hintergrund|schneide|aus|füge|hinzu|quita|\
    el|fondo|rojo|remplace|par|usuń|kaldır|yap|удали|фон|на|красный|אדום|הרקע|أضف|الخلفية|हटाओ|को|把|背景|换成|白色|左边的|删除|を|に|消して|\
    猫|の|배경을|바꿔줘|제거해줘";

/// Instructions to be mutated.
const SEEDS: &[&str] = &[
    "change the title to \"Autumn Sale\" and make it bold, but keep the logo",
    "remove the person on the left and blur the background by 20%",
    "put a small red hat on the dog next to the sofa, then crop to 4:5",
    "swap the cat and the dog; double the number of books",
    "fix the spelling: Maria Jónsdóttir",
    "{\"instruction\": \"make the car blue\", \"strength\": 0.8}",
    "- white background\n- logo bottom right\n- price $12.50 instead of $15",
    "schneide den Hund aus und mach den Hintergrund weiß",
    "cambia el color de la camisa a azul marino y añade dos pájaros",
    "arabanın rengini kırmızı yap",
    "измени цвет машины на красный, добавь кота на диван",
    "把狗换成猫,在右下角加一个logo",
    "車の色を赤に変えて、猫を追加して",
    "배경을 흰색으로 바꿔줘",
    "اجعل الخلفية بيضاء وأضف قطة",
    "कार का रंग लाल करो",
];

fn trials() -> u64 {
    std::env::var("PLANTAIN_TRIALS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(TRIALS)
}

fn targets(change: &Change) -> Vec<&Target> {
    match change {
        Change::SetText { target, .. }
        | Change::SetType { target, .. }
        | Change::Recolor { target, .. }
        | Change::Replace { target, .. }
        | Change::Count { target, .. }
        | Change::Move { target, .. }
        | Change::Resize { target, .. }
        | Change::Remove(target)
        | Change::Extract(target) => vec![target],
        Change::Swap { one, other } => vec![one, other],
        _ => Vec::new(),
    }
}

fn check(text: &str) {
    let read = catch_unwind(|| instruct(text)).unwrap_or_else(|_| panic!("panicked at {text:?}"));
    assert_eq!(read.text, text);
    assert_eq!(instruct(text), read, "{text:?} is read in two ways");
    let inside = |span: &std::ops::Range<usize>| text.get(span.clone()).is_some();
    assert!(read.unread.iter().all(inside), "unread of {text:?}");
    for step in &read.steps {
        assert!(inside(&step.span), "step of {text:?}");
        for target in targets(&step.change) {
            assert!(inside(&target.span), "target of {text:?}");
        }
    }
    amounts(&read, text);
    let _ = instruction_report(&read);
}

/// Amounts are numbers within their ranges.
fn amounts(read: &Instruction, text: &str) {
    for step in &read.steps {
        match &step.change {
            Change::Tone { amount, .. } => assert!((-1.0..=1.0).contains(amount), "{text:?}"),
            Change::Filter { amount, .. } => assert!((0.0..=1.0).contains(amount), "{text:?}"),
            _ => {}
        }
    }
}

#[test]
fn words_in_any_order() {
    let words: Vec<&str> = WORDS.split('|').collect();
    for trial in 0..trials() {
        let mut rng = Rng(trial);
        let mut text = String::new();
        for _ in 0..1 + rng.below(24) {
            text.push_str(rng.pick(&words));
            if rng.below(12) > 0 {
                text.push(' ');
            }
        }
        check(&text);
    }
}

#[test]
fn instructions_with_slips() {
    for trial in 0..trials() {
        let mut rng = Rng(trial ^ 0x5eed);
        let mut chars: Vec<char> = rng.pick(SEEDS).chars().collect();
        for _ in 0..1 + rng.below(6) {
            let at = rng.below(chars.len());
            match rng.below(5) {
                0 if chars.len() > 1 => drop(chars.remove(at)),
                1 => chars.insert(at, rng.pick(SEEDS).chars().next().unwrap_or('x')),
                2 => chars.swap(at, 0),
                3 => chars.truncate(at.max(1)),
                _ => chars.extend(rng.pick(SEEDS).chars()),
            }
        }
        check(&chars.into_iter().collect::<String>());
    }
}

#[test]
fn any_characters() {
    for trial in 0..trials() {
        let mut rng = Rng(trial ^ 0xcafe);
        let text: String = (0..rng.below(60))
            .map(|_| {
                let range = [0x80, 0x500, 0x3100, 0xffff, 0x2_0000][rng.below(5)];
                char::from_u32(rng.below(range) as u32).unwrap_or(' ')
            })
            .collect();
        check(&text);
    }
}

#[test]
fn long_texts_are_read_to_the_end() {
    let words: Vec<&str> = WORDS.split('|').collect();
    for (trial, joint) in [" ", ", "].into_iter().enumerate() {
        let mut rng = Rng(trial as u64);
        let text: Vec<&str> = (0..8_000).map(|_| rng.pick(&words)).collect();
        check(&text.join(joint));
    }
    check(&format!("make the {} blue", "red ".repeat(2_000)));
    check(&"make it bigger and ".repeat(1_000));
    check(&"the cup on ".repeat(2_000));
}
