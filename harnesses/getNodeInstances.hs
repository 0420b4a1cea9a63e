-- | What finding the primary and secondary instances of a node costs: QueryNodes does it for each of its rows.
module Harness (subject) where

import qualified Data.Map as M

import Ganeti.Config (getNodeInstances)
import Ganeti.JSON (fromContainer)
import Ganeti.Objects (configNodes, uuidOf)
import Subject (Subject(..))

subject :: Subject
subject = Each uuids $ \config uuid ->
  let (primary, secondary) = getNodeInstances config uuid
  in length primary + length secondary
  where uuids = map uuidOf . M.elems . fromContainer . configNodes
