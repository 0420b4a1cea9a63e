{-# OPTIONS_GHC -fno-full-laziness -fno-cse #-}
-- | Calls the function of a harness many times: what does one call cost?
--
-- Given: a config.data, and how many samples to take. Prints a line of JSON for each sample: how many calls it is of, and
-- the time and the allocation of all of them.
module Main (main) where

import Control.Exception (evaluate)
import Control.Monad (forM_)
import Data.Array (listArray, (!))
import Data.Int (Int64)
import System.CPUTime (getCPUTime)
import System.Environment (getArgs)
import System.Exit (die)
import System.IO (hFlush, stdout)
import System.Mem (getAllocationCounter, performMajorGC, setAllocationCounter)

import Ganeti.BasicTypes (GenericResult(..))
import Ganeti.Config (loadConfig)
import Harness (subject)
import Subject (Subject(..))

-- | So long a sample takes at least, in nanoseconds: its clock's error is then next to nothing.
leastSample :: Int64
leastSample = 20000000

-- | More calls in one sample tell nothing more.
mostCalls :: Int
mostCalls = 10000000

-- | So many arguments a function is called on at most, one after the other.
mostArguments :: Int
mostArguments = 16

-- | The call of a given number, and how many different ones there are.
data Calls = Calls Int (Int -> IO Int)

main :: IO ()
main = do
  args <- getArgs
  (path, samples) <- case args of
    [path, count] -> return (path, read count)
    _ -> die "usage: run CONFIG SAMPLES"
  Calls different call <- callsOf path subject
  -- The first call on each computes of the configuration what nobody had asked for; that is no part of a later one's cost.
  _ <- sample call different
  calls <- enough call different
  forM_ [1 .. samples :: Int] $ \_ -> do
    idle <- sample return calls
    used <- sample call calls
    putStrLn (line calls (used `minus` idle))
    hFlush stdout

callsOf :: FilePath -> Subject -> IO Calls
callsOf path (File f) = return (Calls 1 (const (f path)))
callsOf path (Each arguments f) = do
  loaded <- loadConfig path
  config <- case loaded of
    Bad message -> die ("config.data cannot be read: " ++ message)
    Ok config -> return config
  let chosen = evenly (arguments config)
      count = length chosen
      argument = listArray (0, count - 1) chosen
  if count == 0
    then die "there is nothing in config.data to call it on"
    else return (Calls count (\number -> return (f config (argument ! (number `mod` count)))))

-- | The first of them, and others at the same distances.
evenly :: [a] -> [a]
evenly all' = [all' !! (k * count `div` chosen) | k <- [0 .. chosen - 1]]
  where count = length all'
        chosen = min count mostArguments

-- | The calls that one sample needs: as often each of the different ones.
enough :: (Int -> IO Int) -> Int -> IO Int
enough call calls = do
  (time, _) <- sample call calls
  if time >= leastSample || calls >= mostCalls
    then return calls
    else enough call (calls * 2)

-- | In a nanosecond.
picoseconds :: Integer
picoseconds = 1000

-- | Processor time in nanoseconds, which other processes hardly change, and allocation in bytes of so many calls. Nothing that was garbage before is collected in it.
sample :: (Int -> IO Int) -> Int -> IO (Int64, Int64)
sample call calls = do
  performMajorGC
  setAllocationCounter 0
  began <- getCPUTime
  run call 0 calls
  ended <- getCPUTime
  left <- getAllocationCounter
  return (fromInteger ((ended - began) `div` picoseconds), negate left)
{-# NOINLINE sample #-}

run :: (Int -> IO Int) -> Int -> Int -> IO ()
run call = go
  where go number calls
          | number >= calls = return ()
          | otherwise = (call number >>= evaluate) >> go (number + 1) calls
{-# NOINLINE run #-}

-- | What the loop costs itself is not of the function.
minus :: (Int64, Int64) -> (Int64, Int64) -> (Int64, Int64)
minus (time, bytes) (time', bytes') = (max 0 (time - time'), max 0 (bytes - bytes'))

line :: Int -> (Int64, Int64) -> String
line calls (time, bytes) =
  "{\"calls\":" ++ show calls ++ ",\"nanoseconds\":" ++ show time ++ ",\"allocated\":" ++ show bytes ++ "}"
