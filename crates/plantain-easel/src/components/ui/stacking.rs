//! Fills a screen from top to bottom with blocks: those that were asked for first, others where room is left.

use plantain_scene::Node;
use plantain_scene::build::col;

use super::kit::Kit;

/// A horizontal band of a screen.
#[derive(Debug, Clone)]
pub struct Block {
    pub node: Node,
    /// Height it needs, in logical units.
    pub h: f32,
    pub rank: Rank,
    /// How much higher it may become, in logical units.
    pub stretch: f32,
}

/// Whether a block may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Holds words that were asked for.
    Must,
    /// Comes in when there is room, lower numbers first.
    Nice(u8),
}

impl Block {
    /// Returns a block that must stay.
    pub fn must(node: Node, h: f32) -> Self {
        Self {
            node,
            h,
            rank: Rank::Must,
            stretch: 0.0,
        }
    }

    /// Returns a block that comes in when there is room.
    pub fn nice(node: Node, h: f32, order: u8) -> Self {
        Self {
            node,
            h,
            rank: Rank::Nice(order),
            stretch: 0.0,
        }
    }

    /// Lets the block grow by this many logical units.
    #[must_use]
    pub fn stretch(mut self, by: f32) -> Self {
        self.stretch = by;
        self
    }
}

/// Returns the height that the blocks that must stay need, with gaps.
pub fn must_height(blocks: &[Block], gap: f32) -> f32 {
    let kept: Vec<f32> = blocks
        .iter()
        .filter(|b| b.rank == Rank::Must)
        .map(|b| b.h)
        .collect();
    kept.iter().sum::<f32>() + gap * kept.len().saturating_sub(1) as f32
}

/// Lays blocks into a column of this height. What is left over stretches the blocks that may grow, then the gaps.
pub fn assemble(kit: &Kit<'_>, blocks: Vec<Block>, height: f32, gap: f32) -> Node {
    let mut room = height - must_height(&blocks, gap);
    let mut order: Vec<usize> = (0..blocks.len())
        .filter(|i| blocks[*i].rank != Rank::Must)
        .collect();
    order.sort_by_key(|i| blocks[*i].rank);
    let mut keep: Vec<bool> = blocks.iter().map(|b| b.rank == Rank::Must).collect();
    for i in order {
        let need = blocks[i].h + gap;
        if kit.filler && need <= room {
            keep[i] = true;
            room -= need;
        }
    }
    let kept: Vec<Block> = blocks
        .into_iter()
        .zip(keep)
        .filter_map(|(b, keep)| keep.then_some(b))
        .collect();
    let elastic: f32 = kept.iter().map(|b| b.stretch).sum();
    let used = room.max(0.0).min(elastic);
    let slack = (room - used).max(0.0);
    let gaps = kept.len().saturating_sub(1).max(1) as f32;
    let gap = gap + (slack / gaps).min(gap * 0.9);
    let nodes = kept.into_iter().map(|block| {
        if block.stretch > 0.0 {
            let extra = if elastic > 0.0 {
                used * block.stretch / elastic
            } else {
                0.0
            };
            block.node.h(block.h + extra)
        } else {
            block.node
        }
    });
    col().fill_w().h(height).gap(gap).children(nodes)
}

#[cfg(test)]
mod tests {
    use plantain_scene::theme::PRESETS;

    use super::*;
    use crate::tongue::Tongue;

    #[test]
    fn optional_blocks_come_in_by_rank_while_there_is_room() {
        let theme = PRESETS[0].theme();
        for (height, filler, want) in [
            (100.0, true, 1),
            (170.0, true, 2),
            (400.0, true, 3),
            (400.0, false, 1),
        ] {
            let kit = Kit {
                theme: &theme,
                k: 1.0,
                tongue: Tongue::EN,
                filler,
                silent: false,
            };
            let blocks = vec![
                Block::nice(col(), 80.0, 2),
                Block::must(col(), 100.0),
                Block::nice(col(), 50.0, 1),
            ];
            let node = assemble(&kit, blocks, height, 10.0);
            assert_eq!(node.children.len(), want, "{height} {filler}");
        }
    }
}
